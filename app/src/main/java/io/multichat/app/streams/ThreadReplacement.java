package io.multichat.app.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTxnStateException;

/**
 * Decides whether a stream thread that failed is replaced. The coordinator may abort a transaction while its producer commits it, for
 * example on a very busy machine; Kafka Streams recovers from most forms of that, but not from {@link InvalidTxnStateException}, nor from the
 * unexpected error of a coordinator that is asked to commit while it fences the producer. A new thread reads the records of the
 * transaction again, from the committed state, unless it was committed after all. Thread-safe.
 */
final class ThreadReplacement {
    /** A thread that fails more often does not recover. */
    static final int MOST = 5;

    static final Duration WITHIN = Duration.ofMinutes(1);

    private static final String UNEXPECTED_END = "Unhandled error in EndTxnResponse";

    private final LongSupplier nanoTime;
    private final Deque<Long> replaced = new ArrayDeque<>();

    /** @param nanoTime a clock like {@link System#nanoTime} */
    ThreadReplacement(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** True if the thread that failed with this root cause is to be replaced, at most {@value #MOST} times within a minute. */
    synchronized boolean accept(Throwable root) {
        if (!(root instanceof InvalidTxnStateException) && !isUnexpectedEnd(root)) {
            return false;
        }
        long now = nanoTime.getAsLong();
        while (!replaced.isEmpty() && now - replaced.peek() > WITHIN.toNanos()) {
            replaced.remove();
        }
        if (replaced.size() >= MOST) {
            return false;
        }
        return replaced.add(now);
    }

    private static boolean isUnexpectedEnd(Throwable root) {
        return root.getClass().equals(KafkaException.class)
                && root.getMessage() != null
                && root.getMessage().startsWith(UNEXPECTED_END);
    }
}
