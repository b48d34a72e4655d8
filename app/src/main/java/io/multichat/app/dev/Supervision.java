package io.multichat.app.dev;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Watches over what was started, on the main thread: until it is ready, then until it is stopped or has failed.
 *
 * @param signal the user's wish to stop
 * @param obstacles what is not ready
 * @param failure completes with what killed the topology
 */
record Supervision(ShutdownSignal signal, Supplier<List<String>> obstacles, CompletableFuture<Throwable> failure) {
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Waits until all is ready; false when it ended before. */
    boolean awaitReady() {
        while (!ended()) {
            List<String> reasons = obstacles.get();
            if (reasons.isEmpty()) {
                return true;
            }
            reasons.stream()
                    .filter(reason -> reason.contains(" failed: "))
                    .findFirst()
                    .ifPresent(reason -> {
                        throw new IllegalStateException(reason);
                    });
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
        return false;
    }

    /** Waits until the user stops the process or the topology has failed; returns the exit code. */
    int awaitEnd() {
        while (!ended()) {
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
        return exitCode();
    }

    /** 0 after an orderly stop, 1 after a failure, which is in the log. */
    int exitCode() {
        return failure.isDone() ? 1 : 0;
    }

    private boolean ended() {
        return signal.isRaised() || failure.isDone();
    }
}
