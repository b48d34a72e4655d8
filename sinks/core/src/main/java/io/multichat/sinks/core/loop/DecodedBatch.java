package io.multichat.sinks.core.loop;

import io.multichat.sinks.core.SinkEntry;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The records of one call of {@code put}.
 *
 * @param entries the entries in their order
 * @param sources the record of each entry
 * @param poison the records that cannot be decoded
 */
record DecodedBatch(List<SinkEntry> entries, List<SinkRecord> sources, List<PoisonRecord> poison) {
    /** The length of all values, in bytes. */
    long bytes() {
        long bytes = 0;
        for (SinkEntry entry : entries) {
            bytes += entry.value().length;
        }
        return bytes;
    }
}
