package io.multichat.jobs.publish;

import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.formats.EventReader;
import io.multichat.formats.FileEvent;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.client.KafkaAccess;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.producer.Callback;

/** Publishes events that a person enters. Unlike an import it validates each event first and does not publish invalid ones. */
public final class PublishRun implements AutoCloseable {
    private final ChatPublisher publisher;
    private final PublishListener listener;
    private final ClockSkew clockSkew;
    private final EventEncoder encoder = new EventEncoder();
    private final EventDecoder decoder = new EventDecoder();

    /**
     * Connects to Kafka.
     *
     * @param clockSkew decides which times are too far in the future
     * @param listener receives the outcome of every event
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not answer or the topic does not exist
     */
    public PublishRun(KafkaAccess kafka, ClockSkew clockSkew, PublishListener listener) {
        this.publisher = kafka.publisher();
        this.clockSkew = clockSkew;
        this.listener = listener;
    }

    /** @throws InvalidEventException when the topology would refuse the event; the listener is not called then */
    public void publish(ChatEvent event) {
        publish(encoder.encode(event));
    }

    /**
     * Publishes all events of a file, byte for byte.
     *
     * @throws IOException when the file cannot be read
     */
    public void publishAll(EventReader events) throws IOException {
        for (Optional<FileEvent> event = events.next(); event.isPresent(); event = events.next()) {
            publish(event.get());
        }
    }

    /** Waits until the outcome of every event is known. */
    @Override
    public void close() {
        publisher.flush();
        publisher.close();
    }

    private void publish(FileEvent found) {
        if (found.value().isEmpty()) {
            listener.refused(found.place() + " is larger than event.max.bytes");
            return;
        }
        try {
            publish(found.value().get());
        } catch (InvalidEventException e) {
            listener.refused(found.place() + " is not a valid event: " + e.getMessage());
        }
    }

    /** Validates the bytes by the rules of the topology, which would otherwise turn them into a dead letter later. */
    private void publish(byte[] value) {
        ChatEvent event = decoder.decode(value);
        Optional<InvalidEventException> problem = clockSkew.problem(event);
        if (problem.isPresent()) {
            throw problem.get();
        }
        publisher.publishDecoded(event, value, outcomeOf(event));
    }

    private Callback outcomeOf(ChatEvent event) {
        return (written, problem) -> {
            if (problem == null) {
                listener.published(event, written);
            } else {
                listener.refused(
                        "an event of " + event.conversation().key() + " was not published: " + problem.getMessage());
            }
        };
    }
}
