package io.multichat.app.run;

import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.events.publish.PublisherSettings;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.server.publish.EventPublisher;
import io.multichat.server.publish.PublishedEvent;
import io.multichat.server.publish.PublisherBusyException;
import io.multichat.server.publish.PublisherUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;

/**
 * Publishes events for the HTTP server, which starts before the broker can be reached. The producer starts with the first event.
 * Thread-safe.
 */
final class EventAccess implements EventPublisher, AutoCloseable {
    // Short, so that a client learns of a broker that is slow or away, and nothing piles up in memory.
    private static final int MAX_BLOCK_MS = 1_000;
    private static final int REQUEST_TIMEOUT_MS = 10_000;
    private static final int DELIVERY_TIMEOUT_MS = 25_000;
    private static final long BUFFER_BYTES = 16L << 20;

    private final ClockSkew clockSkew;
    private Optional<KafkaAccess> kafka = Optional.empty();
    private Optional<ChatPublisher> started = Optional.empty();

    EventAccess(Settings settings) {
        clockSkew = new ClockSkew(settings.get(SessionSettings.CLOCK_SKEW_MAX));
    }

    /** Publishes to this cluster from now on. Its topics must exist. */
    synchronized void connect(KafkaAccess running) {
        kafka = Optional.of(running);
    }

    @Override
    public CompletableFuture<PublishedEvent> publish(ChatEvent event, byte[] value) {
        Optional<InvalidEventException> problem = clockSkew.problem(event);
        if (problem.isPresent()) {
            throw problem.get();
        }
        CompletableFuture<PublishedEvent> outcome = new CompletableFuture<>();
        ChatPublisher publisher = publisher();
        try {
            publisher.publishDecoded(event, value, (stored, failure) -> {
                if (failure == null) {
                    outcome.complete(new PublishedEvent(stored.topic(), stored.partition(), stored.offset()));
                } else {
                    outcome.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            replace(publisher);
            throw new PublisherUnavailableException("the producer has failed: " + e.getMessage(), e);
        }
        if (outcome.isCompletedExceptionally()) {
            throw unsent(outcome);
        }
        return outcome;
    }

    @Override
    public synchronized void close() {
        kafka = Optional.empty();
        started.ifPresent(ChatPublisher::close);
    }

    /** Closes a producer that has failed; the next event starts another one. Others need not wait for the end of the old one. */
    private void replace(ChatPublisher failed) {
        synchronized (this) {
            if (started.isPresent() && started.get() == failed) {
                started = Optional.empty();
            }
        }
        failed.close();
    }

    /** Why an event failed before it was sent. */
    private static RuntimeException unsent(CompletableFuture<PublishedEvent> outcome) {
        try {
            outcome.join();
            throw new IllegalStateException("the event was sent");
        } catch (CompletionException e) {
            return e.getCause() instanceof BufferExhaustedException
                    ? new PublisherBusyException("too many events wait for the broker; send them again in a moment")
                    : new PublisherUnavailableException(e.getCause().getMessage(), e.getCause());
        }
    }

    private synchronized ChatPublisher publisher() {
        if (started.isEmpty()) {
            started = Optional.of(start(kafka.orElseThrow(
                    () -> new PublisherUnavailableException("the server is starting or stopping", null))));
        }
        return started.get();
    }

    private static ChatPublisher start(KafkaAccess kafka) {
        Map<String, Object> config = kafka.config();
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        config.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        String topic = kafka.deployment().inputTopics().get(0);
        try {
            return new ChatPublisher(
                    config, new PublisherSettings(topic, kafka.deployment().eventMaxBytes()));
        } catch (KafkaException e) {
            throw new PublisherUnavailableException("Kafka cannot be used: " + e.getMessage(), e);
        }
    }
}
