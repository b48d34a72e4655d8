package io.multichat.app.connect.contents;

import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.SinkEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The expected archive: every record once, except what was erased. */
final class ArchiveModel implements StoreModel {
    private final Rows rows = new Rows();

    @Override
    public void add(SinkEntry.Transcript event) {
        rows.add(
                "event " + event.origin().partition() + "-" + event.origin().offset(),
                event.conversation().key(),
                event.placement(),
                oneLine(event.value()));
    }

    /** A snapshot's line does not contain its offset, so equal lines are counted. */
    @Override
    public void add(ConsumerRecord<byte[], byte[]> record, SessionSnapshot snapshot) {
        rows.add("snapshot " + record.partition() + " " + Rows.hash(oneLine(record.value())));
    }

    @Override
    public Rows rows() {
        return rows;
    }

    /** Line breaks between tokens become spaces. */
    private static byte[] oneLine(byte[] json) {
        byte[] line = json.clone();
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == '\n' || line[i] == '\r' ? (byte) ' ' : line[i];
        }
        return line;
    }
}
