package io.multichat.sinks.core;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a store has got.
 *
 * @param durable the position of each topic-partition that has one: what Connect may commit
 * @param displaced true when the store has another position than was read up to, because it was emptied or somebody else wrote
 *     there: what {@link SinkStore#positions()} says counts then
 * @param untilDueMs how long {@link SinkStore#passed} can wait when no records come, milliseconds above 0;
 *     {@link Long#MAX_VALUE}: for ever
 */
public record Progress(Map<TopicPartition, Long> durable, boolean displaced, long untilDueMs) {}
