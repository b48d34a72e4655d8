package io.multichat.sinks.core.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What becomes of a report to the dead-letter queue. */
public enum ReportFate {
    ARRIVES,
    FAILS,
    /** Whoever waits for it with a limit has waited in vain, at once. */
    NEVER_ARRIVES,
    /** Whoever waits for it is interrupted. */
    IS_INTERRUPTED;

    /** The future of a report that is made now, by this thread. */
    public Future<Void> report() {
        if (this == IS_INTERRUPTED) {
            Thread.currentThread().interrupt();
        }
        return switch (this) {
            case ARRIVES -> CompletableFuture.completedFuture(null);
            case FAILS -> CompletableFuture.failedFuture(new IllegalStateException("the queue is full"));
            case NEVER_ARRIVES -> new Lost();
            case IS_INTERRUPTED -> new CompletableFuture<>();
        };
    }

    private static final class Lost extends CompletableFuture<Void> {
        @Override
        public Void get(long timeout, TimeUnit unit) throws TimeoutException {
            throw new TimeoutException();
        }
    }
}
