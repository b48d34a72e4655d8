package io.multichat.topology.state.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A buffer of changes that are written before the next commit, so that a record that changes with every message is encoded and
 * written once per commit. The changes belong to the transaction of the messages that caused them and are lost with it if it
 * fails. Only the stream thread may use it.
 */
public final class CommitBuffer<K, V> {
    private final CommitHook commit;
    private final BiConsumer<K, V> writer;
    private final int most;
    private final Map<K, V> held = new LinkedHashMap<>();

    /**
     * Creates an empty buffer.
     *
     * @param commits see {@link CommitHook}
     * @param name see {@link CommitHook}
     * @param writer writes a change to the store
     * @param most maximum number of buffered changes; at this number, all of them are written
     */
    public CommitBuffer(KeyValueStore<Bytes, byte[]> commits, String name, BiConsumer<K, V> writer, int most) {
        this.commit = new CommitHook(commits, name, this::write);
        this.writer = writer;
        this.most = most;
    }

    /** The buffered value of a key; null if there is none. */
    public V get(K key) {
        return held.get(key);
    }

    /** Buffers a change and replaces an earlier one of the same key. */
    public void put(K key, V value) {
        boolean atOnce = held.isEmpty() && commit.request();
        held.put(key, value);
        if (atOnce || held.size() >= most) {
            write();
        }
    }

    /** Discards the change of a key. */
    public void remove(K key) {
        held.remove(key);
    }

    private void write() {
        held.forEach(writer);
        held.clear();
    }
}
