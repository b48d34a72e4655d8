package io.multichat.jobs.deadletters;

import io.multichat.events.DeadLetter;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.reading.StoreException;
import io.multichat.reading.letters.DeadLetterCursor;
import io.multichat.reading.letters.DeadLetterId;
import io.multichat.reading.letters.DeadLetterPage;
import io.multichat.reading.letters.DeadLetterReader;
import io.multichat.reading.letters.DeadLetterRequest;
import io.multichat.reading.letters.StoredDeadLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads dead letters from {@code chat-dead-letters}, each question with a consumer of its own. Thread-safe. */
public final class DeadLetterLog implements DeadLetterReader {
    private static final int MAX_READ = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<Optional<KafkaAccess>> kafka;

    /** @param kafka the cluster; empty while it cannot be used */
    public DeadLetterLog(Supplier<Optional<KafkaAccess>> kafka) {
        this.kafka = kafka;
    }

    private interface Question<T> {
        T ask(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> begin, Map<TopicPartition, Long> end);
    }

    @Override
    public DeadLetterPage page(DeadLetterRequest request) {
        return ask((consumer, begin, end) -> {
            Map<Integer, BackwardRecords<Optional<StoredDeadLetter>>> partitions = new TreeMap<>();
            end.forEach((source, last) -> {
                long to = request.before()
                        .map(cursor -> cursor.ends().getOrDefault(source.partition(), last))
                        .orElse(last);
                partitions.put(
                        source.partition(),
                        new BackwardRecords<>(
                                consumer,
                                source,
                                begin.get(source),
                                Math.min(to, last),
                                record -> stored(record, true)));
            });
            return page(request, partitions);
        });
    }

    @Override
    public Optional<StoredDeadLetter> letter(DeadLetterId id) {
        return record(id).flatMap(record -> stored(record, false));
    }

    /** The record of a dead letter, with its headers; empty if there is none. */
    Optional<ConsumerRecord<byte[], byte[]>> record(DeadLetterId id) {
        return ask((consumer, begin, end) -> {
            TopicPartition source = new TopicPartition(Topics.DEAD_LETTERS, id.partition());
            if (!end.containsKey(source) || id.offset() < begin.get(source) || id.offset() >= end.get(source)) {
                return Optional.empty();
            }
            return new BackwardRecords<>(consumer, source, id.offset(), id.offset() + 1, record -> record)
                    .peek()
                    .map(BackwardRecords.Item::value);
        });
    }

    private static DeadLetterPage page(
            DeadLetterRequest request, Map<Integer, BackwardRecords<Optional<StoredDeadLetter>>> partitions) {
        List<StoredDeadLetter> letters = new ArrayList<>();
        for (int read = 0; read < MAX_READ && letters.size() < request.limit(); read++) {
            Optional<BackwardRecords<Optional<StoredDeadLetter>>> newest = partitions.values().stream()
                    .filter(each -> each.peek().isPresent())
                    .max(Comparator.comparingLong(
                            each -> each.peek().orElseThrow().timestamp()));
            if (newest.isEmpty()
                    || newest.get().peek().orElseThrow().timestamp()
                            < request.from().orElse(0)) {
                // A record is never older than its letter.
                return new DeadLetterPage(letters, Optional.empty());
            }
            newest.get()
                    .peek()
                    .orElseThrow()
                    .value()
                    .filter(letter -> matches(request, letter))
                    .ifPresent(letters::add);
            newest.get().take();
        }
        boolean more = partitions.values().stream().anyMatch(each -> each.peek().isPresent());
        TreeMap<Integer, Long> ends = new TreeMap<>();
        partitions.forEach((partition, records) -> ends.put(partition, records.end()));
        return new DeadLetterPage(letters, more ? Optional.of(new DeadLetterCursor(ends)) : Optional.empty());
    }

    private static boolean matches(DeadLetterRequest request, StoredDeadLetter letter) {
        return request.reason().orElse(letter.letter().reason())
                        == letter.letter().reason()
                && letter.letter().time() >= request.from().orElse(0);
    }

    /** Empty for a record that the topology has not written. */
    private static Optional<StoredDeadLetter> stored(ConsumerRecord<byte[], byte[]> record, boolean excerpt) {
        try {
            Optional<byte[]> value = Optional.ofNullable(record.value());
            int bytes = value.map(all -> all.length).orElse(0);
            return Optional.of(new StoredDeadLetter(
                    new DeadLetterId(record.partition(), record.offset()),
                    DeadLetter.readFrom(record.headers()),
                    Optional.ofNullable(record.key())
                            .map(key -> Arrays.copyOf(key, Math.min(key.length, EXCERPT_BYTES))),
                    value.map(all -> excerpt ? Arrays.copyOf(all, Math.min(bytes, EXCERPT_BYTES)) : all),
                    bytes));
        } catch (InvalidEventException foreign) {
            return Optional.empty();
        }
    }

    private <T> T ask(Question<T> question) {
        KafkaAccess running = kafka.get()
                .orElseThrow(() -> new StoreException(
                        StoreException.Verdict.RETRY, "the server is starting or stopping; retry in a moment", null));
        try (Consumer<byte[], byte[]> consumer = running.follower()) {
            List<TopicPartition> sources = consumer.partitionsFor(Topics.DEAD_LETTERS, PATIENCE).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            return question.ask(
                    consumer, consumer.beginningOffsets(sources, PATIENCE), consumer.endOffsets(sources, PATIENCE));
        } catch (KafkaException e) {
            throw new StoreException(
                    StoreException.Verdict.RETRY, "the dead letters cannot be read: " + e.getMessage(), e);
        }
    }
}
