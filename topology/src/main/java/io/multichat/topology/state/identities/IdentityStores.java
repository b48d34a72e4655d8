package io.multichat.topology.state.identities;

import io.multichat.topology.state.layers.InnermostSupplier;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** How Kafka Streams builds the store that an {@link IdentityStore} writes to. */
public final class IdentityStores {
    private IdentityStores() {}

    /**
     * The blocks: on disk and logged, not cached, as each is written once.
     *
     * @param retention for how long identities are remembered at least; for ever when empty
     */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> blocks(String name, Optional<Duration> retention) {
        IdentityRetention hours = IdentityRetention.of(retention);
        return new InnermostSupplier(name, () -> new RocksDbIdentities(name, hours))
                .builder()
                .withCachingDisabled()
                .withLoggingEnabled(hours.changelog());
    }
}
