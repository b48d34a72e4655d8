package io.multichat.benchmarks.cluster;

import io.multichat.benchmarks.child.BenchmarkException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what has no event of its own, by looking again and again. */
public final class Waiting {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int POLL_MS = 20;

    private Waiting() {}

    /** @throws BenchmarkException when it does not come true within two minutes */
    public static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkException("waited " + PATIENCE + " in vain until " + what);
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchmarkException("interrupted while waiting until " + what, e);
            }
        }
    }
}
