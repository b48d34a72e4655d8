package io.multichat.sinks.core.loop;

/** How long to wait before a store that failed is asked again: doubling from one second to a quarter of a minute. Used by one thread. */
final class RetryBackoff {
    private static final long FIRST_MS = 1_000;
    private static final long LONGEST_MS = 15_000;

    private long nextMs = FIRST_MS;

    /** The wait before the next attempt, in milliseconds; each call doubles the one after it. */
    public long nextMs() {
        long current = nextMs;
        nextMs = Math.min(LONGEST_MS, nextMs * 2);
        return current;
    }

    /** To be called when the store has moved on. */
    public void reset() {
        nextMs = FIRST_MS;
    }
}
