package io.multichat.topology.state.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store of the record counts of each source partition, which prove that no record was lost: accepted, duplicates, dead letters
 * and waiting edits add up to the records read. A read-only view for any thread.
 *
 * <p>On disk, with a changelog, so that the counts are as durable as the sessions that they account for. Written once per commit;
 * a few entries per source partition, kept forever.
 */
public final class RecordLedgerStore {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> readable;

    public RecordLedgerStore(ReadOnlyKeyValueStore<Bytes, byte[]> readable) {
        this.readable = readable;
    }

    /** The counts of each source partition with a record in this state; of several state partitions, the sum. */
    public Map<TopicPartition, RecordCounts> all() {
        Map<TopicPartition, RecordCounts> counts = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = readable.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                if (!entry.key.equals(RecordLedgerCodec.OPEN_SESSIONS)) {
                    counts.merge(
                            RecordLedgerCodec.source(entry.key),
                            RecordLedgerCodec.decode(entry.value),
                            RecordCounts::plus);
                }
            }
        }
        return counts;
    }
}
