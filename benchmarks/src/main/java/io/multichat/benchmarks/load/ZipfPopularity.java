package io.multichat.benchmarks.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A few conversations are busy, most are quiet (Zipf): number k, counted from 0, is 1 / (k + 1) times as busy as number
 * 0.
 */
public final class ZipfPopularity implements Popularity {
    /** Cumulative share of messages, by conversation. */
    private final double[] shareUpTo;

    /** @param conversations at least 1; each takes 8 bytes */
    public ZipfPopularity(int conversations) {
        shareUpTo = new double[conversations];
        double sum = 0;
        for (int i = 0; i < conversations; i++) {
            sum += 1.0 / (i + 1);
            shareUpTo[i] = sum;
        }
        for (int i = 0; i < conversations; i++) {
            shareUpTo[i] /= sum;
        }
    }

    @Override
    public int conversations() {
        return shareUpTo.length;
    }

    @Override
    public int next(RandomGenerator random) {
        int found = Arrays.binarySearch(shareUpTo, random.nextDouble());
        int next = found < 0 ? -found - 1 : found + 1;
        return Math.min(next, shareUpTo.length - 1);
    }
}
