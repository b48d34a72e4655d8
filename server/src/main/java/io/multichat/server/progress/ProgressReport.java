package io.multichat.server.progress;

import io.multichat.topology.state.ledger.RecordCounts;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * The progress of the topology at one moment, over all partitions of its state.
 *
 * @param now the latest wall clock of the instances, UTC milliseconds
 * @param oldestUnannounced all changes before this time were announced, by the clock of each instance; empty when all changes were
 * @param accounts the record counts by source partition
 */
public record ProgressReport(long now, OptionalLong oldestUnannounced, Map<TopicPartition, RecordCounts> accounts) {
    /** True when all changes up to {@code instant} were announced. */
    boolean announcedUntil(long instant) {
        return oldestUnannounced.isEmpty() || oldestUnannounced.getAsLong() > instant;
    }
}
