package io.multichat.benchmarks.cluster;

import io.multichat.benchmarks.child.BenchmarkException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for conditions that cannot notify, by polling. */
public final class Waiting {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int POLL_MS = 20;
    private static final int SLOW_POLL_MS = 200;
    private static final int LOOKS = 6_000;

    private Waiting() {}

    /** @throws BenchmarkException if the condition is not met within two minutes */
    public static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    /**
     * Polls less often the longer the patience.
     *
     * @throws BenchmarkException if the condition is not met in time
     */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        long pollMs = Math.max(POLL_MS, Math.min(SLOW_POLL_MS, patience.toMillis() / LOOKS));
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkException("waited " + patience + " without success for this: " + what);
            }
            try {
                Thread.sleep(pollMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchmarkException("interrupted while waiting until " + what, e);
            }
        }
    }
}
