package io.multichat.topology.query;

import io.multichat.topology.settings.TopologySettings;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Queries on the stores of a test, which all belong to one partition. */
public final class TestQueries {
    private TestQueries() {}

    public static SessionQueries of(
            Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> stores, TopologySettings settings) {
        return new SessionQueries((name, partition) -> stores.apply(name), settings);
    }
}
