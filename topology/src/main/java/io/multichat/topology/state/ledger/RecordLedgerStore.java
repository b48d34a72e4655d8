package io.multichat.topology.state.ledger;

import io.multichat.topology.state.layers.Keyspace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Store of the record counts of each source partition, which prove that no record was lost: accepted, duplicates, dead letters
 * and waiting edits add up to the records read. A read-only view for any thread.
 *
 * <p>On disk, with a changelog, so that the counts are as durable as the sessions that they account for. Written once per commit;
 * a few entries per source partition, kept forever.
 */
public final class RecordLedgerStore {
    private final Keyspace records;

    public RecordLedgerStore(Keyspace records) {
        this.records = records;
    }

    /** The counts of each source partition with a record in this state; of several state partitions, the sum. */
    public Map<TopicPartition, RecordCounts> all() {
        Map<TopicPartition, RecordCounts> counts = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = records.range(null, null)) {
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
