package io.multichat.jobs.imports;

import io.multichat.events.InvalidEventException;
import io.multichat.events.publish.ChatPublisher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;

/**
 * Publishes lines byte for byte, and remembers where they went. {@link #publish} is called by one thread; it waits while the
 * producer's buffer is full, so memory is bounded.
 */
final class LinePublisher {
    private final ChatPublisher publisher;
    private final List<Header> headers;
    private final Map<TopicPartition, Long> lastOffsets = new ConcurrentHashMap<>();
    private final RefusedLines refused = new RefusedLines();
    private final AtomicReference<ImportException> failure = new AtomicReference<>();
    private long read;

    LinePublisher(ChatPublisher publisher, Header mark) {
        this.publisher = publisher;
        this.headers = List.of(mark);
    }

    /** @throws ImportException when this line or one before it cannot be published for a reason that is not its size */
    void publish(Line line) {
        requireNoFailure();
        read++;
        if (line.value().isEmpty()) {
            refused.add(line.number());
            return;
        }
        try {
            publisher.publishBytes(
                    line.value().get(), headers, (place, problem) -> published(line.number(), place, problem));
        } catch (InvalidEventException e) {
            refused.add(line.number());
        } catch (KafkaException e) {
            throw notPublished(line.number(), e);
        }
    }

    /** Waits until it is known where every line went. */
    Published finish() {
        publisher.flush();
        requireNoFailure();
        return new Published(read, refused, Map.copyOf(lastOffsets));
    }

    private void requireNoFailure() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void published(long number, RecordMetadata place, Exception problem) {
        if (problem instanceof RecordTooLargeException) {
            refused.add(number);
        } else if (problem != null) {
            failure.compareAndSet(null, notPublished(number, problem));
        } else {
            lastOffsets.merge(new TopicPartition(place.topic(), place.partition()), place.offset(), Math::max);
        }
    }

    private static ImportException notPublished(long number, Exception cause) {
        return new ImportException(
                "line " + number + " could not be published: " + cause.getMessage()
                        + "; import again when Kafka is well: what has arrived already is dropped as a duplicate",
                cause);
    }
}
