package io.multichat.topology.testing;

import io.multichat.topology.state.layers.CommitSignal;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateKind;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** In-memory stores, already open, sorted like those on disk. */
public final class MemoryStore {
    private MemoryStore() {}

    /** The records of one kind in a store of their own. */
    public static Keyspace keyspace(StateKind kind) {
        KeyValueStore<Bytes, byte[]> store =
                Stores.inMemoryKeyValueStore("test").get();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return new Keyspace(store, kind);
    }

    /** A commit signal without a cache, so that each change is written at once. */
    public static KeyValueStore<Bytes, byte[]> commits() {
        CommitSignal commits = new CommitSignal("commits");
        commits.init(new MockProcessorContext<>().getStateStoreContext(), commits);
        return commits;
    }
}
