package io.multichat.benchmarks.load;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** The number of sessions that a load must give: maximal runs of messages with at most the gap between neighbours. */
public final class SessionCount {
    /** Times that grow like a list. */
    private static final class Times {
        private long[] times = new long[4];
        private int size;

        void add(long time) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
            }
            times[size++] = time;
        }

        long runs(long gap) {
            Arrays.sort(times, 0, size);
            long runs = 1;
            for (int i = 1; i < size; i++) {
                runs += times[i] - times[i - 1] > gap ? 1 : 0;
            }
            return runs;
        }
    }

    private SessionCount() {}

    /** Counts the sessions of a load from the times of its messages, whatever their order. Takes 8 to 16 bytes a message. */
    public static long of(Iterator<Generated> load, Duration gap) {
        Map<ByteBuffer, Times> conversations = new HashMap<>();
        load.forEachRemaining(record -> conversations
                .computeIfAbsent(ByteBuffer.wrap(record.key()), any -> new Times())
                .add(record.sentAt()));
        return conversations.values().stream()
                .mapToLong(times -> times.runs(gap.toMillis()))
                .sum();
    }
}
