package io.multichat.topology.state.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final CommitHook commit;
    private final int most;
    private final Map<K, Entry<K, V>> cached;
    private final List<Entry<K, V>> changed = new ArrayList<>();

    /** The binary format of keys and values. */
    public interface Codec<K, V> {
        Bytes key(K key);

        byte[] encode(V value);

        V decode(byte[] bytes);
    }

    /** A cached value; one lookup finds it, whether it has changed or not. */
    private static final class Entry<K, V> {
        private final K key;
        private V value;
        private boolean changed;

        Entry(K key, V value) {
            this.key = key;
            this.value = value;
        }
    }

    /**
     * Creates an empty cache.
     *
     * @param records with a changelog
     * @param commits see {@link CommitHook}
     * @param most maximum number of cached values; should exceed the number in use at a time
     */
    public WriteBehindCache(Keyspace records, KeyValueStore<Bytes, byte[]> commits, Codec<K, V> codec, int most) {
        this.records = records;
        this.codec = codec;
        this.commit = new CommitHook(commits, records.kind().name(), this::write);
        this.most = most;
        this.cached = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Entry<K, V>> eldest) {
                if (size() <= most) {
                    return false;
                }
                if (eldest.getValue().changed) {
                    write();
                }
                return true;
            }
        };
    }

    /** The value of a key; null if there is none. */
    public V get(K key) {
        Entry<K, V> entry = cached.get(key);
        if (entry != null) {
            return entry.value;
        }
        byte[] bytes = records.get(codec.key(key));
        return bytes == null ? null : codec.decode(bytes);
    }

    /** Replaces the value of a key. */
    public void put(K key, V value) {
        Entry<K, V> entry = cached.get(key);
        if (entry == null) {
            entry = new Entry<>(key, value);
            cached.put(key, entry);
        }
        entry.value = value;
        if (entry.changed) {
            return;
        }
        boolean atOnce = changed.isEmpty() && commit.request();
        entry.changed = true;
        changed.add(entry);
        if (atOnce || changed.size() >= most) {
            write();
        }
    }

    /** Removes the value of a key from cache and store at once. */
    public void remove(K key) {
        Entry<K, V> entry = cached.remove(key);
        if (entry != null) {
            entry.changed = false;
        }
        records.remove(codec.key(key));
    }

    private void write() {
        for (Entry<K, V> entry : changed) {
            if (entry.changed) {
                entry.changed = false;
                records.put(codec.key(entry.key), codec.encode(entry.value));
            }
        }
        changed.clear();
    }
}
