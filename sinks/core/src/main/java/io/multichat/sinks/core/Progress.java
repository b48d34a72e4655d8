package io.multichat.sinks.core;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The progress of a store after a batch.
 *
 * @param durable the durable position of each partition that has one; Connect may commit these offsets
 * @param displaced true if the store's position differs from the position read up to, because the store was emptied or another
 *     task wrote to it; {@link SinkStore#positions()} then returns where to continue
 * @param untilDueMs the longest time until the next call of {@link SinkStore#passed}, in milliseconds, above 0;
 *     {@link Long#MAX_VALUE} for no limit
 */
public record Progress(Map<TopicPartition, Long> durable, boolean displaced, long untilDueMs) {}
