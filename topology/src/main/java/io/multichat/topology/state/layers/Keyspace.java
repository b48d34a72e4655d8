package io.multichat.topology.state.layers;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The records of one kind in the store that holds the state of a partition. Callers use keys without the kind's byte; they are
 * never empty.
 *
 * <p>All kinds share one store so that they are committed at the same moment, and because each store and each changelog topic has
 * a price per partition and commit.
 */
public final class Keyspace {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final StateKind kind;

    /** A view for any thread; only the stream thread, which passes a writable store, may change it. */
    public Keyspace(ReadOnlyKeyValueStore<Bytes, byte[]> store, StateKind kind) {
        this.store = store;
        this.kind = kind;
    }

    /** The kind of the records. */
    public StateKind kind() {
        return kind;
    }

    /** The value of a key; null if there is none. */
    public byte[] get(Bytes key) {
        return store.get(stored(key));
    }

    /** Replaces the value of a key. Only the stream thread may call this. */
    public void put(Bytes key, byte[] value) {
        ((KeyValueStore<Bytes, byte[]>) store).put(stored(key), value);
    }

    /** Removes a key, without the lookup that a store's own delete includes. Only the stream thread may call this. */
    public void remove(Bytes key) {
        put(key, null);
    }

    /**
     * The records between two keys, both included, in the order of the keys.
     *
     * @param from null for the first record
     * @param to null for the last record
     */
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return new KeyspaceIterator(store.range(stored(from), to == null ? end() : stored(to)));
    }

    /** Like {@link #range}, in reverse order. */
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        return new KeyspaceIterator(store.reverseRange(stored(from), to == null ? end() : stored(to)));
    }

    private Bytes stored(Bytes key) {
        byte[] own = key == null ? new byte[0] : key.get();
        return Bytes.wrap(
                ByteBuffer.allocate(1 + own.length).put(kind.prefix()).put(own).array());
    }

    /** After all keys of this kind, and not a key of the next one, since keys are never empty. */
    private Bytes end() {
        return Bytes.wrap(new byte[] {(byte) (kind.prefix() + 1)});
    }
}
