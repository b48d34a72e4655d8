package io.multichat.topology.state.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store of what became of the records of each source partition, so that nothing is lost without a trace: accepted,
 * duplicates, dead letters, waiting edits and those sent home add up to what was read. A view to read, from any thread.
 *
 * <p>Part of the state, so exactly as durable as the sessions. Written once a commit. As many entries as source partitions.
 */
public final class RecordLedgerStore {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> readable;

    public RecordLedgerStore(ReadOnlyKeyValueStore<Bytes, byte[]> readable) {
        this.readable = readable;
    }

    /** The account of each source partition of which a record came here; over several partitions of the state, the sum. */
    public Map<TopicPartition, RecordCounts> all() {
        Map<TopicPartition, RecordCounts> accounts = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = readable.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                if (!entry.key.equals(RecordLedgerCodec.OPEN_SESSIONS)) {
                    accounts.merge(
                            RecordLedgerCodec.source(entry.key),
                            RecordLedgerCodec.decode(entry.value),
                            RecordCounts::plus);
                }
            }
        }
        return accounts;
    }
}
