package io.multichat.topology.law;

import io.multichat.topology.ingest.Inbound;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;

/** What a task has read and written since its last commit. */
final class Transaction {
    private final List<Record<byte[], Inbound>> records = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private boolean ticked;

    void begin() {
        records.clear();
        written.clear();
        ticked = false;
    }

    /** Remembers a record as it is before it is processed, which changes its headers. */
    void processes(Record<byte[], Inbound> record) {
        records.add(record.withHeaders(new RecordHeaders(record.headers())));
    }

    void ticks() {
        ticked = true;
    }

    void writes(Written more) {
        more.transcript().forEach(each -> written.add("transcript " + text(each)));
        more.snapshots().forEach(each -> written.add("snapshot " + each));
        more.deadLetters().forEach(each -> written.add("dead letter " + text(each)));
        written.sort(null);
    }

    boolean hasTicked() {
        return ticked;
    }

    List<Record<byte[], Inbound>> records() {
        return List.copyOf(records);
    }

    /** What was written, sorted. */
    List<String> written() {
        return List.copyOf(written);
    }

    private static String text(TestRecord<byte[], byte[]> record) {
        byte[] key = record.key() == null ? new byte[0] : record.key();
        return new String(key, StandardCharsets.ISO_8859_1) + " "
                + new String(record.value(), StandardCharsets.ISO_8859_1) + " " + record.headers();
    }
}
