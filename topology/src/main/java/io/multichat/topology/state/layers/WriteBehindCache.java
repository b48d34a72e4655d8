package io.multichat.topology.state.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A write-behind cache in front of a store, for its stream thread alone. It keeps values in use decoded in memory and writes
 * changes before the next commit, so that a record that changes with every message is read, encoded and written only once per
 * commit.
 */
public final class WriteBehindCache<K, V> {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Codec<K, V> codec;
    private final CommitBuffer<K, V> changed;
    private final Map<K, V> cached;

    /** The binary format of keys and values. */
    public interface Codec<K, V> {
        Bytes key(K key);

        byte[] encode(V value);

        V decode(byte[] bytes);
    }

    /**
     * Creates an empty cache.
     *
     * @param store without a cache of Kafka Streams, with a changelog
     * @param commits see {@link CommitBuffer}
     * @param most maximum number of cached values; should exceed the number in use at a time
     */
    public WriteBehindCache(
            KeyValueStore<Bytes, byte[]> store, KeyValueStore<Bytes, byte[]> commits, Codec<K, V> codec, int most) {
        this.store = store;
        this.codec = codec;
        this.changed = new CommitBuffer<>(commits, store.name(), this::write, most);
        this.cached = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value of a key; null if there is none. */
    public V get(K key) {
        V known = cached.get(key);
        if (known == null) {
            known = changed.get(key);
        }
        if (known != null) {
            return known;
        }
        byte[] bytes = store.get(codec.key(key));
        return bytes == null ? null : codec.decode(bytes);
    }

    /** Replaces the value of a key. */
    public void put(K key, V value) {
        cached.put(key, value);
        changed.put(key, value);
    }

    /** Replaces the value of a key and writes it at once, so that queries see it. */
    public void putNow(K key, V value) {
        cached.put(key, value);
        changed.remove(key);
        write(key, value);
    }

    /** Removes the value of a key from cache and store at once. */
    public void remove(K key) {
        cached.remove(key);
        changed.remove(key);
        store.delete(codec.key(key));
    }

    private void write(K key, V value) {
        store.put(codec.key(key), codec.encode(value));
    }
}
