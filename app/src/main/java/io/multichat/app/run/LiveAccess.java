package io.multichat.app.run;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.server.live.LiveHub;
import io.multichat.server.tiers.TiersUnavailableException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Live events for the HTTP server, which starts before the broker can be reached. One reader serves all clients; it starts with the
 * first. Thread-safe.
 */
final class LiveAccess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final LiveHub hub = new LiveHub(this::awaitReader);
    private Optional<KafkaAccess> kafka = Optional.empty();
    private Optional<LiveReader> started = Optional.empty();

    /** Reads the topics of this cluster from now on. */
    synchronized void connect(KafkaAccess running) {
        kafka = Optional.of(running);
    }

    LiveHub hub() {
        return hub;
    }

    @Override
    public synchronized void close() {
        kafka = Optional.empty();
        started.ifPresent(LiveReader::close);
    }

    /** Waits until the reader has read the newest events that were there before it. */
    private void awaitReader() {
        try {
            if (!reader().awaitReady(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TiersUnavailableException("live events cannot be read yet; retry in a moment", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TiersUnavailableException("the server is stopping", e);
        }
    }

    private synchronized LiveReader reader() {
        if (started.isEmpty()) {
            KafkaAccess running = kafka.orElseThrow(
                    () -> new TiersUnavailableException("the server is starting or stopping; retry in a moment", null));
            started = Optional.of(LiveReader.start(running, hub));
        }
        return started.get();
    }
}
