package io.multichat.topology.query;

import io.multichat.topology.settings.TopologySettings;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Queries on the state of a test, which is that of one partition. */
public final class TestQueries {
    private TestQueries() {}

    public static SessionQueries of(ReadOnlyKeyValueStore<Bytes, byte[]> state, TopologySettings settings) {
        return new SessionQueries(partition -> state, settings);
    }
}
