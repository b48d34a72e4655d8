package io.multichat.sinks.core;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** The first offset of each topic-partition whose records come from below its position, which it is set to. */
    Map<TopicPartition, Long> setBackBy(Collection<SinkRecord> records) {
        Map<TopicPartition, Long> back = new HashMap<>();
        for (SinkRecord record : records) {
            TopicPartition partition = partition(record);
            long offset = record.originalKafkaOffset();
            if (offset < next.computeIfAbsent(partition, first -> offset)) {
                back.merge(partition, offset, Math::min);
            }
        }
        next.putAll(back);
        return back;
    }

    /** What has been read after these records, from the positions on, which are moved. */
    Map<TopicPartition, OffsetRange> moveBehind(Collection<SinkRecord> records) {
        Map<TopicPartition, OffsetRange> read = new LinkedHashMap<>();
        for (SinkRecord record : records) {
            TopicPartition partition = partition(record);
            OffsetRange before = read.computeIfAbsent(partition, key -> new OffsetRange(next.get(key), 0));
            read.put(
                    partition,
                    new OffsetRange(before.from(), Math.max(before.next(), record.originalKafkaOffset() + 1)));
        }
        read.forEach((partition, range) -> next.put(partition, range.next()));
        return read;
    }

    private static TopicPartition partition(SinkRecord record) {
        return new TopicPartition(record.originalTopic(), record.originalKafkaPartition());
    }
}
