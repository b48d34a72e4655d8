package io.multichat.topology.state.layers;

import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Iterates over records without the first byte of their keys.
 *
 * @param stored the records with complete keys; closed with this iterator
 */
record KeyspaceIterator(KeyValueIterator<Bytes, byte[]> stored) implements KeyValueIterator<Bytes, byte[]> {
    @Override
    public boolean hasNext() {
        return stored.hasNext();
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
        KeyValue<Bytes, byte[]> next = stored.next();
        return KeyValue.pair(own(next.key), next.value);
    }

    @Override
    public Bytes peekNextKey() {
        return own(stored.peekNextKey());
    }

    @Override
    public void close() {
        stored.close();
    }

    private static Bytes own(Bytes key) {
        return Bytes.wrap(Arrays.copyOfRange(key.get(), 1, key.get().length));
    }
}
