package io.multichat.topology.state.layers;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store that supports only single puts and gets; all other operations throw {@link UnsupportedOperationException}. */
interface PutOnly extends KeyValueStore<Bytes, byte[]> {
    String REFUSAL = "this store supports only put and get";

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
