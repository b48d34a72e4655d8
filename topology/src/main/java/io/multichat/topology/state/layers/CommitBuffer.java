package io.multichat.topology.state.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Changes that are held in memory until the commit, so that what changes with each message is encoded and written once a
 * commit. They are part of the transaction of the messages that made them; when it fails, they are gone with it. By the stream
 * thread alone.
 */
public final class CommitBuffer<K, V> {
    private final CommitHook commit;
    private final BiConsumer<K, V> writer;
    private final int most;
    private final Map<K, V> held = new LinkedHashMap<>();

    /**
     * Holds nothing yet.
     *
     * @param commits see {@link CommitHook}
     * @param name see {@link CommitHook}
     * @param writer writes a change
     * @param most how many changes are held at most; beyond it all are written
     */
    public CommitBuffer(KeyValueStore<Bytes, byte[]> commits, String name, BiConsumer<K, V> writer, int most) {
        this.commit = new CommitHook(commits, name, this::write);
        this.writer = writer;
        this.most = most;
    }

    /** The change of that key; null when none is held. */
    public V get(K key) {
        return held.get(key);
    }

    /** Holds a change, instead of an earlier one. */
    public void put(K key, V value) {
        boolean atOnce = held.isEmpty() && commit.request();
        held.put(key, value);
        if (atOnce || held.size() >= most) {
            write();
        }
    }

    /** Takes a change back. */
    public void remove(K key) {
        held.remove(key);
    }

    private void write() {
        held.forEach(writer);
        held.clear();
    }
}
