package io.multichat.sinks.core.loop;

import io.multichat.sinks.core.OffsetRange;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** The next offset to read of each partition that a task owns. */
final class ReadPositions {
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** All known positions; a partition has none until something was read or stored. */
    Map<TopicPartition, Long> all() {
        return Map.copyOf(next);
    }

    void putAll(Map<TopicPartition, Long> positions) {
        next.putAll(positions);
    }

    void forget(Collection<TopicPartition> partitions) {
        next.keySet().removeAll(Set.copyOf(partitions));
    }

    /** The range of offsets that records cover in each partition. */
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

    /** Lowers the positions of partitions whose range starts below them, and returns those new positions. */
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

    /** Moves the positions to the ends of these ranges, and returns what was read from the old positions. */
    Map<TopicPartition, OffsetRange> moveBehind(Map<TopicPartition, OffsetRange> covered) {
        Map<TopicPartition, OffsetRange> read = new HashMap<>();
        covered.forEach((partition, range) ->
                read.put(partition, new OffsetRange(next.put(partition, range.next()), range.next())));
        return read;
    }

    /** Moves the positions back to the starts of ranges that were read and then dropped. */
    void takeBack(Map<TopicPartition, OffsetRange> dropped) {
        dropped.forEach((partition, range) -> next.merge(partition, range.from(), Math::min));
    }
}
