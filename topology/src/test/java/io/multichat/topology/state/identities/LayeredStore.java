package io.multichat.topology.state.identities;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;

/**
 * The layers that Kafka Streams puts around a store: a changelog that can be inspected, or a cache that holds puts until a
 * commit.
 */
final class LayeredStore extends InMemoryKeyValueStore {
    private final KeyValueStore<Bytes, byte[]> inner;
    private final boolean cached;
    private final List<KeyValue<byte[], byte[]>> log = new ArrayList<>();
    private final List<KeyValue<Bytes, byte[]>> held = new ArrayList<>();

    LayeredStore(KeyValueStore<Bytes, byte[]> inner, boolean cached) {
        super(inner.name());
        this.inner = inner;
        this.cached = cached;
    }

    @Override
    public synchronized void put(Bytes key, byte[] value) {
        if (cached) {
            held.add(KeyValue.pair(key, value));
        } else {
            inner.put(key, value);
            log.add(KeyValue.pair(key.get(), value));
        }
    }

    /** Passes on the puts since the last call. */
    void commit() {
        List<KeyValue<Bytes, byte[]>> all = List.copyOf(held);
        held.clear();
        all.forEach(each -> inner.put(each.key, each.value));
    }

    /** All puts, in order. */
    List<KeyValue<byte[], byte[]>> log() {
        return log;
    }

    @Override
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return inner.query(query, bound, config);
    }
}
