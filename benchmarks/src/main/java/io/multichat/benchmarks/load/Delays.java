package io.multichat.benchmarks.load;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How late a message is: 98 % are on time. Of the others, nine in ten are late by a second to ten minutes, evenly over the
 * orders of magnitude, and one in ten by more than the gap between sessions.
 *
 * @param overGap shortest delay of the last kind, and half of the longest; zero: none
 */
record Delays(Duration overGap) {
    static final double LATE = 0.02;
    private static final double OVER_GAP = 0.1;
    private static final double FACTOR = 600;

    /** The delay in milliseconds, 0 for a message that is on time. */
    long next(RandomGenerator random) {
        if (random.nextDouble() >= LATE) {
            return 0;
        }
        if (!overGap.isZero() && random.nextDouble() < OVER_GAP) {
            return overGap.toMillis() + random.nextLong(overGap.toMillis());
        }
        return (long) (1_000 * Math.pow(FACTOR, random.nextDouble()));
    }
}
