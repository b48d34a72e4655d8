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
 * A store that signals an upcoming commit. Kafka Streams flushes its cache before each commit, inside the transaction; a put
 * through that cache arrives here at that time, or earlier when the cache is full, or at once without a cache. In memory and
 * without a changelog, because it holds nothing.
 *
 * <p>Kafka Streams offers processors no other way to learn of a commit. The changes themselves do not go through the cache,
 * because it keeps entries after they are written: identities, which are never read again, would displace those of other
 * stores, and a full cache flushes all its changes with each new record.
 */
public final class CommitSignal extends InnermostStore {
    private static final Bytes KEY = Bytes.wrap(new byte[1]);
    private static final byte[] VALUE = new byte[1];

    private final Map<String, Runnable> listeners = new TreeMap<>();

    public CommitSignal(String name) {
        super(name);
    }

    /** The builder for Kafka Streams: with a cache, which delays requests until the commit, and without a changelog. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        return new InnermostSupplier(name, () -> new CommitSignal(name))
                .builder()
                .withCachingEnabled()
                .withLoggingDisabled();
    }

    /**
     * Registers a listener, which runs on the stream thread and replaces an earlier one with the same name.
     *
     * @param layers the store with its layers
     */
    static void listen(KeyValueStore<Bytes, byte[]> layers, String name, Runnable listener) {
        InnermostStore.inside(layers, CommitSignal.class).listeners.put(name, listener);
    }

    /** Requests one call of all listeners before the next commit; the call may happen before this method returns. */
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
