package io.multichat.sinks.core.loop;

/** The delays between attempts to reach a failed store: from 1 second, doubling up to 15 seconds. Used by one thread. */
final class RetryBackoff {
    private static final long FIRST_MS = 1_000;
    private static final long LONGEST_MS = 15_000;

    private long nextMs = FIRST_MS;

    /** The delay before the next attempt, in milliseconds; each call doubles the one after it. */
    long nextMs() {
        long current = nextMs;
        nextMs = Math.min(LONGEST_MS, nextMs * 2);
        return current;
    }

    /** Starts over at the first delay. */
    void reset() {
        nextMs = FIRST_MS;
    }
}
