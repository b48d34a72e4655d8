package io.multichat.topology.testing;

import io.multichat.topology.sessions.OutputKey;
import io.multichat.topology.settings.Names;
import io.multichat.topology.state.TopologyState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The real stores of one partition, which successive processors can take over, and their context.
 *
 * @param context captures forwarded records and scheduled ticks, and holds the wall clock
 * @param stores all stores
 */
public record StoredState(MockProcessorContext<OutputKey, byte[]> context, List<KeyValueStore<Bytes, byte[]>> stores)
        implements AutoCloseable {

    /** @param own stores that replace those with the same names */
    public static StoredState open(Path state, List<KeyValueStore<Bytes, byte[]>> own) {
        Set<String> names = own.stream().map(KeyValueStore::name).collect(Collectors.toSet());
        MockProcessorContext<OutputKey, byte[]> context =
                new MockProcessorContext<>(config(), new TaskId(0, 0), state.toFile());
        List<KeyValueStore<Bytes, byte[]>> stores = new ArrayList<>(own);
        TopologyState.builders(TopologyFixture.DEFAULTS).stream()
                .filter(builder -> !names.contains(builder.name()))
                .map(StoredState::onDisk)
                .map(StoreBuilder::withCachingDisabled)
                .map(StoreBuilder::withLoggingDisabled)
                .map(StoreBuilder::build)
                .forEach(stores::add);
        stores.forEach(context::addStateStore);
        context.setCurrentSystemTimeMs(TopologyFixture.START.toEpochMilli());
        StoredState opened = new StoredState(context, stores);
        opened.open();
        return opened;
    }

    /** A store in memory is on disk here, because no changelog brings it back. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> onDisk(
            StoreBuilder<KeyValueStore<Bytes, byte[]>> builder) {
        return builder.name().equals(Names.WAITING)
                ? Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(Names.WAITING), Serdes.Bytes(), Serdes.ByteArray())
                : builder;
    }

    private static Properties config() {
        Properties config = new Properties();
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        return config;
    }

    private void open() {
        stores.forEach(store -> store.init(context.getStateStoreContext(), store));
    }

    /** Does what Kafka Streams does after a transaction was committed. */
    public void commit() {
        stores.forEach(store -> store.commit(Map.of()));
    }

    /** Does what Kafka Streams does when a transaction is aborted: closes the stores without a commit and opens them again. */
    public void abort() {
        close();
        open();
    }

    @Override
    public void close() {
        stores.forEach(KeyValueStore::close);
    }
}
