package io.multichat.topology.state.layers;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Supplies Kafka Streams with innermost stores.
 *
 * @param name name of the store
 * @param store creates the store of a partition
 */
public record InnermostSupplier(String name, Supplier<? extends KeyValueStore<Bytes, byte[]>> store)
        implements KeyValueBytesStoreSupplier {
    /** The builder of the store with its layers. */
    public StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(this, Serdes.Bytes(), Serdes.ByteArray());
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return store.get();
    }

    @Override
    public String metricsScope() {
        return name;
    }
}
