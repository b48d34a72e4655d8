package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Which offsets a batch covers, per partition. */
final class BatchOffsets {
    /**
     * What lies between the first and the last entry of a partition.
     *
     * @param first the least offset
     * @param next the offset after the greatest
     */
    record Range(long first, long next) {
        private Range with(Range other) {
            return new Range(Math.min(first, other.first), Math.max(next, other.next));
        }
    }

    private BatchOffsets() {}

    static Map<TopicPartition, Range> of(List<SinkEntry> entries) {
        Map<TopicPartition, Range> ranges = new HashMap<>();
        for (SinkEntry entry : entries) {
            Origin origin = entry.origin();
            ranges.merge(
                    new TopicPartition(origin.topic(), origin.partition()),
                    new Range(origin.offset(), origin.offset() + 1),
                    Range::with);
        }
        return ranges;
    }
}
