package io.multichat.topology.sessions;

import io.multichat.topology.metrics.TopologyMetrics;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.TopologyState;
import java.util.function.LongSupplier;

/**
 * What all that works on one partition shares; used by its stream thread alone.
 *
 * @param state what is remembered
 * @param settings what the topology was told
 * @param metrics what is counted
 * @param clock the wall clock of Kafka Streams, UTC milliseconds
 */
record PartitionContext(TopologyState state, TopologySettings settings, TopologyMetrics metrics, LongSupplier clock) {
    long now() {
        return clock.getAsLong();
    }
}
