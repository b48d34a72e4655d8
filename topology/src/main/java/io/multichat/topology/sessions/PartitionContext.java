package io.multichat.topology.sessions;

import io.multichat.topology.ingest.Pace;
import io.multichat.topology.metrics.TopologyMetrics;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.TopologyState;
import java.util.function.LongSupplier;

/**
 * The state, settings, metrics, clock and pace that the classes of one partition share. Only its stream thread may use it.
 *
 * @param state the stores of the partition
 * @param settings the settings of the topology
 * @param metrics the metrics of the partition's task
 * @param clock the wall clock of Kafka Streams, UTC milliseconds
 * @param pace how often to announce
 */
record PartitionContext(
        TopologyState state, TopologySettings settings, TopologyMetrics metrics, LongSupplier clock, Pace pace) {
    long now() {
        return clock.getAsLong();
    }
}
