package io.multichat.server.state;

import io.multichat.topology.query.PartitionProgress;
import java.util.Map;

/**
 * The progress of the topology on one instance.
 *
 * @param now the instance's wall clock, UTC milliseconds, read after the progress
 * @param partitions the progress by partition of the state
 */
public record LocalProgress(long now, Map<Integer, PartitionProgress> partitions) {}
