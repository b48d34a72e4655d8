package io.multichat.benchmarks.load;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How late a message is: 98 % are in time; of the others nine in ten are late by a second to ten minutes, evenly over the
 * orders of magnitude, and one in ten by more than the gap between sessions.
 *
 * @param overGap what the last ones are at least late by, and twice of it at most; zero: nobody is so late
 */
record Delays(Duration overGap) {
    static final double LATE = 0.02;
    private static final double OVER_GAP = 0.1;
    private static final double FACTOR = 600;

    /** In milliseconds, 0 for a message in time. */
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
