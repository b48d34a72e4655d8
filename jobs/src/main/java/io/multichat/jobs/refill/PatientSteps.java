package io.multichat.jobs.refill;

import io.multichat.events.text.Durations;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Steps on a store that may be unavailable for a while, for example because another process holds a lock. As in a sink, what such a step did
 * is discarded, and the step is repeated. Used by one thread.
 */
final class PatientSteps {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MS = 500;

    private final SinkStore store;
    private final RefillProgress progress;

    /** @param progress is told once when a step must be repeated */
    PatientSteps(SinkStore store, RefillProgress progress) {
        this.store = store;
        this.progress = progress;
    }

    /**
     * Runs a step, and repeats it as long as the store is unavailable.
     *
     * @throws StoreException with the verdict REPORT or STOP
     * @throws RefillException if the store is unavailable for five minutes
     */
    <T> T run(Supplier<T> step) {
        try {
            return step.get();
        } catch (StoreException e) {
            discard(e);
            progress.waiting(e.getMessage());
        }
        long begin = System.nanoTime();
        while (true) {
            pause(PAUSE_MS);
            try {
                store.positions();
                return step.get();
            } catch (StoreException e) {
                discard(e);
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new RefillException(
                            "the store was unavailable for " + Durations.format(PATIENCE) + ": " + e.getMessage()
                                    + "; refill again: nothing is written twice",
                            e);
                }
            }
        }
    }

    /** Waits, at most as long as a repeated step does. */
    static void pause(long atMostMs) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(atMostMs, PAUSE_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefillException("the refill was interrupted; refill again: nothing is written twice", e);
        }
    }

    private void discard(StoreException failure) {
        if (failure.verdict() != StoreException.Verdict.RETRY) {
            throw failure;
        }
        store.abandon();
    }
}
