package io.multichat.app.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Watches the started parts on the main thread, first until they are ready, then until the user stops them or one fails.
 *
 * @param signal raised when the user stops the process
 * @param readiness checks the parts that must run
 * @param failure completes with the cause when the topology fails
 */
record Supervision(ShutdownSignal signal, Readiness readiness, CompletableFuture<Throwable> failure) {
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long CHECK_EVERY_MS = 1_000;

    /**
     * Waits until all parts are ready that can be: a sink whose store is damaged stops alone.
     *
     * @return false when the user stopped the process first
     * @throws PartFailedException when the topology has failed
     */
    boolean awaitReady() {
        while (!signal.isRaised()) {
            if (requireNoFailure().stream().noneMatch(Obstacle::passing)) {
                return true;
            }
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
        return false;
    }

    /**
     * Waits until the user stops the process.
     *
     * @throws PartFailedException when the topology has failed
     */
    void awaitEnd() {
        do {
            requireNoFailure();
        } while (!signal.isRaisedWithin(CHECK_EVERY_MS));
    }

    private List<Obstacle> requireNoFailure() {
        if (failure.isDone()) {
            throw new PartFailedException("the topology failed" + cause(), failure.join());
        }
        return readiness.obstacles();
    }

    /** What was found about topics and stores says more than the exception of Kafka Streams that follows from it. */
    private String cause() {
        String found = readiness.obstacles().stream()
                .filter(obstacle -> !obstacle.passing())
                .map(Obstacle::text)
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? ": " + failure.join().getMessage() : ", probably because " + found;
    }
}
