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
    private final Keyspace records;
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
     * @param records with a changelog
     * @param commits see {@link CommitBuffer}
     * @param most maximum number of cached values; should exceed the number in use at a time
     */
    public WriteBehindCache(Keyspace records, KeyValueStore<Bytes, byte[]> commits, Codec<K, V> codec, int most) {
        this.records = records;
        this.codec = codec;
        this.changed = new CommitBuffer<>(commits, records.kind().name(), this::write, most);
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
        byte[] bytes = records.get(codec.key(key));
        return bytes == null ? null : codec.decode(bytes);
    }

    /** Replaces the value of a key. */
    public void put(K key, V value) {
        cached.put(key, value);
        changed.put(key, value);
    }

    /** Removes the value of a key from cache and store at once. */
    public void remove(K key) {
        cached.remove(key);
        changed.remove(key);
        records.remove(codec.key(key));
    }

    private void write(K key, V value) {
        records.put(codec.key(key), codec.encode(value));
    }
}
