package io.multichat.topology.state.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store as its stream thread reads and writes it: what is in use stays decoded in memory, and a change is written with the
 * next commit. So what changes with each message is neither read nor encoded nor written for each.
 */
public final class WriteBehindCache<K, V> {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Codec<K, V> codec;
    private final CommitBuffer<K, V> changed;
    private final Map<K, V> recent;

    /** How keys and values are stored. */
    public interface Codec<K, V> {
        Bytes key(K key);

        byte[] encode(V value);

        V decode(byte[] bytes);
    }

    /**
     * Knows nothing yet.
     *
     * @param store not cached, but logged
     * @param commits see {@link CommitBuffer}
     * @param most how many values need not be read again: more than are in use at a time
     */
    public WriteBehindCache(
            KeyValueStore<Bytes, byte[]> store, KeyValueStore<Bytes, byte[]> commits, Codec<K, V> codec, int most) {
        this.store = store;
        this.codec = codec;
        this.changed = new CommitBuffer<>(commits, store.name(), this::write, most);
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value of that key; null when there is none. */
    public V get(K key) {
        V known = recent.get(key);
        if (known == null) {
            known = changed.get(key);
        }
        if (known != null) {
            return known;
        }
        byte[] bytes = store.get(codec.key(key));
        return bytes == null ? null : codec.decode(bytes);
    }

    /** Replaces the value of that key. */
    public void put(K key, V value) {
        recent.put(key, value);
        changed.put(key, value);
    }

    /** Replaces the value of that key, and lets everybody see it at once. */
    public void putNow(K key, V value) {
        recent.put(key, value);
        changed.remove(key);
        write(key, value);
    }

    /** Removes the value of that key, at once. */
    public void remove(K key) {
        recent.remove(key);
        changed.remove(key);
        store.delete(codec.key(key));
    }

    private void write(K key, V value) {
        store.put(codec.key(key), codec.encode(value));
    }
}
