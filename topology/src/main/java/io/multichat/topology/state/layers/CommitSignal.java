package io.multichat.topology.state.layers;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Says when a commit is about to happen: what is put through the cache of Kafka Streams arrives here before the next
 * commit, inside its transaction; earlier when the cache is full, at once when there is none. Holds nothing, so it has no
 * changelog.
 *
 * <p>Kafka Streams has no other word of it for a processor. What is to be committed is not itself put through the cache,
 * because the cache goes on to hold what is written: identities, never read again, would take the room of the other stores,
 * and a cache that is full writes out all that has changed in it with each new record.
 */
public final class CommitSignal extends InnermostStore {
    private static final Bytes KEY = Bytes.wrap(new byte[1]);
    private static final byte[] VALUE = new byte[1];

    private final Map<String, Runnable> listeners = new TreeMap<>();

    public CommitSignal(String name) {
        super(name);
    }

    /** How Kafka Streams builds it: cached, as that is what delays a request; there is nothing that could be logged. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        return new InnermostSupplier(name, () -> new CommitSignal(name))
                .builder()
                .withCachingEnabled()
                .withLoggingDisabled();
    }

    /**
     * Has somebody called on the stream thread, instead of whoever was before under that name.
     *
     * @param layers the store with its layers
     */
    static void listen(KeyValueStore<Bytes, byte[]> layers, String name, Runnable listener) {
        InnermostStore.inside(layers, CommitSignal.class).listeners.put(name, listener);
    }

    /** Asks for one call of all listeners before the next commit; it may come before this returns. */
    static void request(KeyValueStore<Bytes, byte[]> layers) {
        layers.put(KEY, VALUE);
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open(Optional.of(this));
    }

    @Override
    public void put(Bytes key, byte[] value) {
        listeners.values().forEach(Runnable::run);
    }

    @Override
    public byte[] get(Bytes key) {
        return null;
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }

    @Override
    public void close() {
        open(Optional.empty());
    }

    @Override
    public boolean persistent() {
        return false;
    }
}
