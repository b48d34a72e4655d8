package io.multichat.topology.testing;

import io.multichat.topology.state.layers.CommitSignal;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** In-memory stores, already open, sorted like those on disk. */
public final class MemoryStore {
    private MemoryStore() {}

    public static KeyValueStore<Bytes, byte[]> open() {
        KeyValueStore<Bytes, byte[]> store =
                Stores.inMemoryKeyValueStore("test").get();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return store;
    }

    /** A commit signal without a cache, so that each change is written at once. */
    public static KeyValueStore<Bytes, byte[]> commits() {
        CommitSignal commits = new CommitSignal("commits");
        commits.init(new MockProcessorContext<>().getStateStoreContext(), commits);
        return commits;
    }
}
