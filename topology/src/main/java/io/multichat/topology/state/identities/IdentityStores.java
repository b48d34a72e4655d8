package io.multichat.topology.state.identities;

import io.multichat.topology.state.layers.InnermostSupplier;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds the store of blocks below an {@link IdentityStore}. */
public final class IdentityStores {
    private IdentityStores() {}

    /**
     * The builder for Kafka Streams: on disk and with a changelog, without a cache because a block is written once.
     *
     * @param retention minimum time for which identities are kept; empty: forever
     * @param memory number of committed identities that are kept in memory until they are written
     */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> blocks(
            String name, Optional<Duration> retention, int memory) {
        IdentityRetention hours = IdentityRetention.of(retention);
        return new InnermostSupplier(name, () -> new RocksDbIdentities(name, hours, memory))
                .builder()
                .withCachingDisabled()
                .withLoggingEnabled(hours.changelog());
    }
}
