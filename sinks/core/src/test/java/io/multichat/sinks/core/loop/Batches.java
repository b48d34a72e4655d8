package io.multichat.sinks.core.loop;

import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import io.multichat.sinks.core.testing.SinkRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.connect.sink.SinkRecord;

/** Batches that mix valid and poison records; the offset of a record is its index. */
final class Batches {
    private Batches() {}

    /** The fate of a record. */
    enum Fate {
        WRITTEN,
        UNDECODABLE,
        UNWRITABLE
    }

    /** Creates the records, and tells the store which of them to reject. */
    static List<SinkRecord> of(List<Fate> fates, FragileStore store) {
        List<SinkRecord> records = new ArrayList<>();
        for (Fate fate : fates) {
            SinkRecords.At at = new SinkRecords.At(0, records.size());
            if (fate == Fate.UNDECODABLE) {
                records.add(SinkRecords.raw(Topics.TRANSCRIPT, at, new byte[] {'x'}));
            } else {
                records.add(SinkRecords.transcript(
                        at,
                        SinkRecords.message(Conversation.of("irc", "c"), "m" + at.offset(), 1_000, ""),
                        SinkRecords.placed(1_000, 0)));
            }
            if (fate == Fate.UNWRITABLE) {
                store.refuse(at.offset());
            }
        }
        return records;
    }

    /** The offsets of all records with either of two fates. */
    static List<Long> offsets(List<Fate> fates, Fate one, Fate other) {
        return LongStream.range(0, fates.size())
                .filter(offset -> fates.get((int) offset) == one || fates.get((int) offset) == other)
                .boxed()
                .toList();
    }
}
