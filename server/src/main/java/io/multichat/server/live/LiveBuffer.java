package io.multichat.server.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest events of all logs, in the order in which they were read, so that a client that was away for a moment can continue. In
 * memory, bounded by number and bytes. Not thread-safe.
 */
final class LiveBuffer {
    private static final int MAX_EVENTS = 20_000;
    private static final long MAX_BYTES = 16L << 20;

    private final Deque<LiveEvent> events = new ArrayDeque<>();
    private final Map<LiveLog, Long> first = new TreeMap<>();
    private final Map<LiveLog, Long> read = new TreeMap<>();
    private final TreeMap<LiveLog, Long> next = new TreeMap<>();
    private long bytes;

    /**
     * A log is read from an offset on; what a client begins with comes after its end.
     *
     * @param from the first offset that is read
     * @param end the next offset that will be written
     */
    void start(LiveLog log, long from, long end) {
        first.putIfAbsent(log, from);
        next.merge(log, end, Math::max);
    }

    /** Adds an event; returns false if it was read before. */
    boolean add(LiveEvent event) {
        if (event.offset() < read.getOrDefault(event.log(), 0L)) {
            return false;
        }
        events.add(event);
        bytes += event.data().length;
        first.putIfAbsent(event.log(), event.offset());
        read.put(event.log(), event.offset() + 1);
        next.merge(event.log(), event.offset() + 1, Math::max);
        while (events.size() > MAX_EVENTS || (bytes > MAX_BYTES && events.size() > 1)) {
            LiveEvent dropped = events.remove();
            bytes -= dropped.data().length;
            first.put(dropped.log(), dropped.offset() + 1);
        }
        return true;
    }

    /** The position after the last event. */
    LivePosition position() {
        return new LivePosition(new TreeMap<>(next));
    }

    /** True if no event that the filter lets through was dropped, or not read, after a position. */
    boolean reachesBackTo(LivePosition position, LiveFilter filter, int partitions) {
        return first.entrySet().stream()
                .filter(log -> filter.isIn(log.getKey(), partitions))
                .allMatch(log -> position.next().getOrDefault(log.getKey(), Long.MAX_VALUE) >= log.getValue());
    }

    /** The events from a position on. */
    List<LiveEvent> from(LivePosition position) {
        return events.stream()
                .filter(event -> event.offset() >= position.next().getOrDefault(event.log(), 0L))
                .toList();
    }
}
