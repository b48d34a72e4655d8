package io.multichat.app.connect.contents;

import io.multichat.app.connect.traffic.Poison;
import io.multichat.events.Placement;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.conformance.Erasures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The contents of the two topics without aborted transactions, from which the contents of each store follow. */
public final class Published {
    private static final EventDecoder EVENTS = new EventDecoder();
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    private final Erasures erasures = new Erasures();
    private final Map<String, StoreModel> models =
            Map.of("redis", new RedisModel(erasures), "sqlite", new SqliteModel(), "archive", new ArchiveModel());
    private final Rows poison = new Rows();
    private long records;

    private Published() {}

    /** Reads both topics to their ends, and first what is erased of the transcript. */
    public static Published in(KafkaAccess kafka) {
        Published published = new Published();
        forEachEvent(kafka, published.erasures::learnCommand);
        forEachEvent(kafka, published.erasures::learnAuthor);
        for (String topic : List.of(Topics.TRANSCRIPT, Topics.SESSIONS)) {
            CommittedRecords.forEach(kafka, topic, published::add);
        }
        return published;
    }

    private static void forEachEvent(KafkaAccess kafka, Consumer<SinkEntry.Transcript> consumer) {
        CommittedRecords.forEach(kafka, Topics.TRANSCRIPT, record -> {
            if (!Poison.isIn(record.headers())) {
                consumer.accept(event(record));
            }
        });
    }

    private static SinkEntry.Transcript event(ConsumerRecord<byte[], byte[]> record) {
        return new SinkEntry.Transcript(
                new Origin(record.topic(), record.partition(), record.offset()),
                record.value(),
                EVENTS.decode(record.value()),
                Placement.readFrom(record.headers()));
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        records++;
        if (Poison.isIn(record.headers())) {
            poison.add(DeadLetters.place(record.topic(), record.partition(), record.offset()));
        } else if (record.topic().equals(Topics.SESSIONS)) {
            models.values().forEach(model -> model.add(record, SNAPSHOTS.decode(record.value())));
        } else {
            erasures.rest(event(record)).ifPresent(rest -> models.values().forEach(model -> model.add(rest)));
        }
    }

    /** Number of records. */
    public long records() {
        return records;
    }

    /** The expected contents of each store, by its name, and the expected reports of each connector. */
    public Map<String, Rows> expected() {
        Map<String, Rows> expected = new HashMap<>();
        models.forEach((store, model) -> {
            expected.put(store, model.rows());
            expected.put(store + " dead letters", poison);
        });
        return expected;
    }
}
