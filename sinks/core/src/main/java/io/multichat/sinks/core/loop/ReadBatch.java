package io.multichat.sinks.core.loop;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A batch for the store, with everything that the store must be told about it.
 *
 * @param decoded the records
 * @param setBack the positions that must be lowered before the batch is written
 * @param read the ranges of offsets that are passed once it is written
 * @param beganNs when its delivery began, by {@link System#nanoTime()}
 */
record ReadBatch(
        DecodedBatch decoded, Map<TopicPartition, Long> setBack, Map<TopicPartition, OffsetRange> read, long beganNs) {

    /** The result of this batch once the store has passed it. */
    DeliveredBatch delivered(Progress progress, int reported) {
        int all = decoded.entries().size() + decoded.poison().size();
        return new DeliveredBatch(progress, all - reported, reported, System.nanoTime() - beganNs);
    }
}
