package io.multichat.sinks.core.loop;

import io.multichat.sinks.core.OffsetRange;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Where a task reads next, per topic-partition that it owns. */
final class ReadPositions {
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** All that are known; those of topic-partitions of which nothing was read or stored yet are not. */
    Map<TopicPartition, Long> all() {
        return Map.copyOf(next);
    }

    void putAll(Map<TopicPartition, Long> positions) {
        next.putAll(positions);
    }

    void forget(Collection<TopicPartition> partitions) {
        next.keySet().removeAll(Set.copyOf(partitions));
    }

    /** What records cover: from the first offset of each topic-partition to behind its last. */
    static Map<TopicPartition, OffsetRange> covered(Collection<SinkRecord> records) {
        Map<TopicPartition, OffsetRange> covered = new HashMap<>();
        for (SinkRecord record : records) {
            long offset = record.originalKafkaOffset();
            covered.merge(
                    new TopicPartition(record.originalTopic(), record.originalKafkaPartition()),
                    new OffsetRange(offset, offset + 1),
                    (one, other) ->
                            new OffsetRange(Math.min(one.from(), other.from()), Math.max(one.next(), other.next())));
        }
        return covered;
    }

    /** The first offset of each topic-partition that is covered from below its position, which it is set to. */
    Map<TopicPartition, Long> setBackBy(Map<TopicPartition, OffsetRange> covered) {
        Map<TopicPartition, Long> back = new HashMap<>();
        covered.forEach((partition, range) -> {
            if (range.from() < next.computeIfAbsent(partition, first -> range.from())) {
                back.put(partition, range.from());
            }
        });
        next.putAll(back);
        return back;
    }

    /** What has been read with these records, from the positions on, which are moved behind them. */
    Map<TopicPartition, OffsetRange> moveBehind(Map<TopicPartition, OffsetRange> covered) {
        Map<TopicPartition, OffsetRange> read = new HashMap<>();
        covered.forEach((partition, range) ->
                read.put(partition, new OffsetRange(next.put(partition, range.next()), range.next())));
        return read;
    }
}
