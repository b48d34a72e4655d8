package io.multichat.jobs.verify;

import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.Topics;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.LogErasure;
import io.multichat.jobs.client.TopicRecords;
import io.multichat.reading.audit.AuditSink;
import io.multichat.reading.audit.StoreAudit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What {@code chat-transcript} and {@code chat-sessions} still hold, up to their ends when the reading begins. */
public final class TranscriptAudit implements StoreAudit {
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
        LogErasure erasure = new LogErasure();
        TopicRecords.forEach(kafka, List.of(Topics.TRANSCRIPT), record -> learn(record, erasure));
        TopicRecords.forEach(
                kafka, List.of(Topics.TRANSCRIPT, Topics.SESSIONS), record -> pass(record, erasure, sink, faults));
        return faults;
    }

    /** Learns of commands; {@link #pass} reports records that cannot be read. */
    private static void learn(ConsumerRecord<byte[], byte[]> record, LogErasure erasure) {
        try {
            if (record.value() != null) {
                erasure.learn(record.value(), Placement.readFrom(record.headers()));
            }
        } catch (InvalidEventException e) {
            // Reported when the record is passed on.
        }
    }

    private void pass(ConsumerRecord<byte[], byte[]> record, LogErasure erasure, AuditSink sink, List<String> faults) {
        if (record.key() == null || record.value() == null) {
            faults.add(foreign(record, "it has no key or no value"));
            return;
        }
        try {
            sink.from(record.topic() + "-" + record.partition(), record.offset());
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
