package io.multichat.sinks.core;

/**
 * How long to wait before a batch is delivered again: doubling from one second to a quarter of a minute. Used by one thread.
 *
 * <p>Told to {@code SinkTaskContext.timeout}, it is an upper limit: Connect waits no longer than until its next commit of offsets
 * is due ({@code offset.flush.interval.ms}), and tries again then.
 */
public final class RetryBackoff {
    private static final long FIRST_MS = 1_000;
    private static final long LONGEST_MS = 15_000;

    private long nextMs = FIRST_MS;

    /** The wait before the next attempt, in milliseconds; each call doubles the one after it. */
    public long nextMs() {
        long current = nextMs;
        nextMs = Math.min(LONGEST_MS, nextMs * 2);
        return current;
    }

    /** To be called when a delivery succeeded. */
    public void reset() {
        nextMs = FIRST_MS;
    }
}
