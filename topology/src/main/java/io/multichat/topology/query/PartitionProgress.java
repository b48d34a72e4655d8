package io.multichat.topology.query;

import io.multichat.topology.state.ledger.RecordCounts;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * The progress of one partition of the state.
 *
 * @param counts the record counts by source partition
 * @param earliestAnnouncement when the earliest announcement timer is due, UTC milliseconds; empty if nothing is pending
 */
public record PartitionProgress(Map<TopicPartition, RecordCounts> counts, OptionalLong earliestAnnouncement) {}
