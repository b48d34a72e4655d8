package io.multichat.topology.state;

import io.multichat.topology.state.layers.Keyspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** A cyclic walk over the records of one kind in slices, so that old entries can be removed without delaying the stream. */
final class StoreSweep {
    private final Keyspace records;
    private Bytes next;

    StoreSweep(Keyspace records) {
        this.records = records;
    }

    /** Visits up to {@code limit} entries, which the visitor may change or remove. Starts over after the last entry. */
    void slice(int limit, Consumer<KeyValue<Bytes, byte[]>> visitor) {
        List<KeyValue<Bytes, byte[]>> slice = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found = records.range(next, null)) {
            while (found.hasNext() && slice.size() < limit) {
                slice.add(found.next());
            }
            next = found.hasNext() ? found.peekNextKey() : null;
        }
        slice.forEach(visitor);
    }
}
