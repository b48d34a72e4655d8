package io.multichat.sinks.core.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The fate of a report to the dead-letter queue. */
public enum ReportFate {
    ARRIVES,
    FAILS,
    /** A wait for the report times out, without delay. */
    NEVER_ARRIVES,
    /** A wait for the report is interrupted. */
    IS_INTERRUPTED;

    /** The future of a report that this thread makes now. */
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
