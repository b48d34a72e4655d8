package io.multichat.app.streams;

import io.multichat.topology.state.layers.StaleStateException;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what happens when a thread of the topology fails. Thread-safe. */
final class TopologyFailure implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TopologyFailure.class);

    private final CompletableFuture<Throwable> cause = new CompletableFuture<>();
    private final ThreadReplacement replacement = new ThreadReplacement(System::nanoTime);

    /** Completes with the exception that stopped the topology. */
    CompletableFuture<Throwable> cause() {
        return cause;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && !(root instanceof StaleStateException)) {
            root = root.getCause();
        }
        if (replacement.accept(root)) {
            LOG.warn("a transaction was aborted while it was committed; its records are processed again", thrown);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (root instanceof StaleStateException) {
            cause.complete(root); // its message is all that a user needs
        } else {
            LOG.error("the topology failed", thrown);
            cause.complete(thrown);
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
