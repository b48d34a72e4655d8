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
public final class UntilCommit<K, V> {
    private final KeyValueStore<Bytes, byte[]> commits;
    private final BiConsumer<K, V> writer;
    private final int most;
    private final Map<K, V> held = new LinkedHashMap<>();
    private boolean signalled;

    /**
     * Holds nothing yet.
     *
     * @param commits the store of {@link CommitSignal}, with its layers
     * @param name no other listener of the task has it
     * @param writer writes a change
     * @param most how many changes are held at most; beyond it all are written
     */
    public UntilCommit(KeyValueStore<Bytes, byte[]> commits, String name, BiConsumer<K, V> writer, int most) {
        this.commits = commits;
        this.writer = writer;
        this.most = most;
        CommitSignal.listen(commits, name, this::signal);
    }

    /** The change of that key; null when none is held. */
    public V get(K key) {
        return held.get(key);
    }

    /** Holds a change, instead of an earlier one. */
    public void put(K key, V value) {
        if (held.isEmpty()) {
            signalled = false;
            CommitSignal.request(commits);
        }
        held.put(key, value);
        if (signalled || held.size() >= most) { // at once when no cache keeps the request until the commit
            write();
        }
    }

    /** Takes a change back. */
    public void remove(K key) {
        held.remove(key);
    }

    private void signal() {
        signalled = true;
        write();
    }

    private void write() {
        held.forEach(writer);
        held.clear();
    }
}
