package io.multichat.jobs.imports;

import io.multichat.events.InvalidEventException;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileEvent;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.journal.LogEnd;
import io.multichat.jobs.imports.source.ImportException;
import io.multichat.jobs.wait.RunMark;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;

/**
 * Publishes the events of a file byte for byte and records the offsets they get. {@link #publish} is called by one
 * thread at a time and blocks while the producer's buffer is full, so memory is bounded.
 */
final class EventPublisher {
    private final ChatPublisher publisher;
    private final RunMark mark;
    private final List<Header> headers;
    private final ClockSkew clockSkew;
    private final EventDecoder decoder = new EventDecoder();
    private final Map<TopicPartition, LogEnd> ends = new ConcurrentHashMap<>();
    private final CountedPlaces oversized = new CountedPlaces();
    private final CountedPlaces invalid = new CountedPlaces();
    private final AtomicReference<ImportException> failure = new AtomicReference<>();
    private long read;
    private long resumed;

    /**
     * Prepares an import.
     *
     * @param mark a header for every record, by which the import recognizes its own
     * @param clockSkew decides which times are too far in the future
     * @param earlier the last records of an interrupted import
     */
    EventPublisher(ChatPublisher publisher, RunMark mark, ClockSkew clockSkew, List<LogEnd> earlier) {
        this.publisher = publisher;
        this.clockSkew = clockSkew;
        this.mark = mark;
        this.headers = List.of(mark);
        earlier.forEach(end -> ends.put(new TopicPartition(end.topic(), end.partition()), end));
    }

    /**
     * Publishes one event.
     *
     * @return number of events so far
     * @throws ImportException when this event or an earlier one failed for a reason other than its size
     */
    long publish(FileEvent event) {
        requireNoFailure();
        read++;
        if (event.value().isEmpty()) {
            oversized.add(event.place());
            return read;
        }
        try {
            byte[] value = event.value().get();
            Optional<InvalidEventException> problem = publisher.publishBytes(
                    value, headers, (written, failed) -> published(event.place(), written, failed));
            if (problem.or(() -> clockSkew.problem(decoder.decode(value))).isPresent()) {
                invalid.add(event.place());
            }
        } catch (InvalidEventException e) {
            oversized.add(event.place());
        } catch (KafkaException e) {
            throw notPublished(event.place(), e);
        }
        return read;
    }

    /**
     * Counts an event that an interrupted import published.
     *
     * @return number of events so far
     */
    long skip() {
        resumed++;
        return ++read;
    }

    /**
     * Waits until Kafka has acknowledged or refused every event.
     *
     * @return the last record of each partition
     */
    List<LogEnd> flush() {
        publisher.flush();
        requireNoFailure();
        return List.copyOf(ends.values());
    }

    /** Waits until Kafka has acknowledged or refused every event. */
    PublishedEvents finish() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        flush().forEach(end -> offsets.put(new TopicPartition(end.topic(), end.partition()), end.offset()));
        return new PublishedEvents(read, resumed, oversized, invalid, offsets);
    }

    private void requireNoFailure() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void published(EventPlace place, RecordMetadata written, Exception problem) {
        if (problem instanceof RecordTooLargeException) {
            oversized.add(place);
        } else if (problem != null) {
            failure.compareAndSet(null, notPublished(place, problem));
        } else {
            ends.merge(
                    new TopicPartition(written.topic(), written.partition()),
                    new LogEnd(written.topic(), written.partition(), written.offset(), mark.id()),
                    BinaryOperator.maxBy(Comparator.comparingLong(LogEnd::offset)));
        }
    }

    private static ImportException notPublished(EventPlace place, Exception cause) {
        return new ImportException(
                place + " could not be published: " + cause.getMessage()
                        + "; run the import again when Kafka is available: events that arrived already are dropped as"
                        + " duplicates",
                cause);
    }
}
