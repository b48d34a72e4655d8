package io.multichat.jobs.verify;

import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.Topics;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.reading.audit.AuditSink;
import io.multichat.reading.audit.StoreAudit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** What {@code chat-transcript} and {@code chat-sessions} still hold, up to their ends when the reading begins. */
public final class TranscriptAudit implements StoreAudit {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STALLED = Duration.ofMinutes(1);

    private final KafkaAccess kafka;
    private final SnapshotDecoder snapshots = new SnapshotDecoder();

    public TranscriptAudit(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    @Override
    public String name() {
        return "transcript";
    }

    @Override
    public Promise promise() {
        return Promise.SOURCE;
    }

    @Override
    public List<String> read(AuditSink sink) {
        List<String> faults = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = kafka.follower()) {
            List<TopicPartition> logs = Stream.of(Topics.TRANSCRIPT, Topics.SESSIONS)
                    .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(logs, PATIENCE);
            consumer.assign(logs);
            LogErasure erasure = new LogErasure();
            forEach(consumer, ends, record -> learn(record, erasure));
            forEach(consumer, ends, record -> pass(record, erasure, sink, faults));
        } catch (KafkaException e) {
            throw kafka.refused(e);
        }
        return faults;
    }

    /** Reads all logs from their beginnings to these ends. */
    private void forEach(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.seekToBeginning(ends.keySet());
        long progress = System.nanoTime();
        while (ends.keySet().stream().anyMatch(log -> consumer.position(log, PATIENCE) < ends.get(log))) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(reader);
            progress = records.isEmpty() ? progress : System.nanoTime();
            if (System.nanoTime() - progress > STALLED.toNanos()) {
                throw kafka.refused(new TimeoutException(
                        "no record for " + STALLED.toSeconds() + " s; is a transaction open at the end of a topic?"));
            }
        }
    }

    /** Learns of commands; {@link #pass} reports records that cannot be read. */
    private static void learn(ConsumerRecord<byte[], byte[]> record, LogErasure erasure) {
        try {
            if (record.topic().equals(Topics.TRANSCRIPT)) {
                erasure.learn(record.value(), Placement.readFrom(record.headers()));
            }
        } catch (InvalidEventException e) {
            // reported when the record is passed on
        }
    }

    private void pass(ConsumerRecord<byte[], byte[]> record, LogErasure erasure, AuditSink sink, List<String> faults) {
        if (record.key() == null || record.value() == null) {
            faults.add(foreign(record, "it has no key or no value"));
            return;
        }
        try {
            if (record.topic().equals(Topics.SESSIONS)) {
                sink.session(snapshots.decode(record.value()));
                return;
            }
            Placement placement = Placement.readFrom(record.headers());
            erasure.rest(record.value(), placement)
                    .ifPresent(rest -> sink.accepted(rest, placement.sentAt(), placement.order()));
            String conversation = new String(record.key(), StandardCharsets.US_ASCII);
            placement.boundary().ifPresent(instant -> sink.boundary(conversation, instant));
        } catch (InvalidEventException e) {
            faults.add(foreign(record, e.getMessage()));
        }
    }

    private static String foreign(ConsumerRecord<?, ?> record, String why) {
        return record.topic() + " has a record that Multichat did not write, in partition " + record.partition()
                + " at offset " + record.offset() + ": " + why;
    }
}
