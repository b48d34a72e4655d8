package io.multichat.topology.state.identities;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** How Kafka Streams builds the two stores that an {@link IdentityStore} is made of. */
public final class IdentityStores {
    private IdentityStores() {}

    /**
     * The blocks: on disk and logged, not cached, as each is written once.
     *
     * @param retention for how long identities are remembered at least; for ever when empty
     */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> blocks(String name, Optional<Duration> retention) {
        Retention hours = Retention.of(retention);
        return builder(name, () -> new RocksDbIdentities(name, hours))
                .withCachingDisabled()
                .withLoggingEnabled(hours.changelog());
    }

    /** The signal of a commit: cached, as that is what delays it until then; it holds nothing that could be logged. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> commits(String name) {
        return builder(name, () -> new CommitSignal(name)).withCachingEnabled().withLoggingDisabled();
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(
            String name, Supplier<KeyValueStore<Bytes, byte[]>> store) {
        return Stores.keyValueStoreBuilder(new InnermostSupplier(name, store), Serdes.Bytes(), Serdes.ByteArray());
    }

    private record InnermostSupplier(String name, Supplier<KeyValueStore<Bytes, byte[]>> store)
            implements KeyValueBytesStoreSupplier {
        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return store.get();
        }

        @Override
        public String metricsScope() {
            return "identities";
        }
    }
}
