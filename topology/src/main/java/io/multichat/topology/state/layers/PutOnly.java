package io.multichat.topology.state.layers;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store that refuses to be iterated over, and to be changed other than by a put. */
interface PutOnly extends KeyValueStore<Bytes, byte[]> {
    String REFUSAL = "what this store holds is only put and found, one by one";

    @Override
    default byte[] putIfAbsent(Bytes key, byte[] value) {
        throw new UnsupportedOperationException(REFUSAL);
    }

    @Override
    default void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        throw new UnsupportedOperationException(REFUSAL);
    }

    @Override
    default byte[] delete(Bytes key) {
        throw new UnsupportedOperationException(REFUSAL);
    }

    @Override
    default KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw new UnsupportedOperationException(REFUSAL);
    }

    @Override
    default KeyValueIterator<Bytes, byte[]> all() {
        throw new UnsupportedOperationException(REFUSAL);
    }
}
