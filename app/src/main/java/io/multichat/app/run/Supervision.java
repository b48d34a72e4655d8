package io.multichat.app.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches the started parts on the main thread, first until they are ready, then until the user stops them or one fails.
 *
 * @param signal raised when the user stops the process
 * @param readiness checks the parts that must run
 * @param failure completes with the cause when the topology fails
 */
record Supervision(ShutdownSignal signal, Readiness readiness, CompletableFuture<Throwable> failure) {
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(50);

    /**
     * Waits until all parts are ready.
     *
     * @return false when the user stopped the process first
     * @throws PartFailedException when a part has failed
     */
    boolean awaitReady() {
        while (!signal.isRaised()) {
            if (requireNoFailure().isEmpty()) {
                return true;
            }
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
        return false;
    }

    /**
     * Waits until the user stops the process.
     *
     * @throws PartFailedException when a part has failed
     */
    void awaitEnd() {
        while (!signal.isRaised()) {
            requireNoFailure();
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
    }

    private List<Obstacle> requireNoFailure() {
        if (failure.isDone()) {
            throw new PartFailedException(
                    "the topology failed: " + failure.join().getMessage(), failure.join());
        }
        List<Obstacle> obstacles = readiness.obstacles();
        obstacles.stream().filter(Obstacle::fatal).findFirst().ifPresent(obstacle -> {
            throw new PartFailedException(obstacle.text(), null);
        });
        return obstacles;
    }
}
