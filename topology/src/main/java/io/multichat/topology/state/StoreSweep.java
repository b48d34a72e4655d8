package io.multichat.topology.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Walks round and round over a store in slices, so that what is too old can be removed without ever holding up the stream. */
final class StoreSweep {
    private final KeyValueStore<Bytes, byte[]> store;
    private Bytes next;

    StoreSweep(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Shows the next entries, {@code limit} at most; they may be changed and removed. Begins anew behind the last one. */
    void slice(int limit, Consumer<KeyValue<Bytes, byte[]>> visitor) {
        List<KeyValue<Bytes, byte[]>> slice = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found = store.range(next, null)) {
            while (found.hasNext() && slice.size() < limit) {
                slice.add(found.next());
            }
            next = found.hasNext() ? found.peekNextKey() : null;
        }
        slice.forEach(visitor);
    }
}
