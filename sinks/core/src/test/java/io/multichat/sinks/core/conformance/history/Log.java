package io.multichat.sinks.core.conformance.history;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** The contents of the topics. Offsets have gaps, also at the beginning and the end. */
public final class Log {
    private final Map<TopicPartition, TreeMap<Long, SinkRecord>> records =
            new TreeMap<>(Comparator.comparing(TopicPartition::toString));
    private final Map<TopicPartition, Long> ends = new TreeMap<>(Comparator.comparing(TopicPartition::toString));

    public void create(TopicPartition partition) {
        records.putIfAbsent(partition, new TreeMap<>());
        ends.putIfAbsent(partition, 0L);
    }

    /** The offset of the next record of a partition. */
    public long end(TopicPartition partition) {
        return ends.get(partition);
    }

    public void add(SinkRecord record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.kafkaPartition());
        create(partition);
        records.get(partition).put(record.kafkaOffset(), record);
        ends.put(partition, record.kafkaOffset() + 1);
    }

    public void skip(TopicPartition partition, int offsets) {
        ends.merge(partition, (long) offsets, Long::sum);
    }

    /** The first available offset of a partition. */
    public long start(TopicPartition partition) {
        return records.get(partition).isEmpty()
                ? end(partition)
                : records.get(partition).firstKey();
    }

    public Set<TopicPartition> partitions() {
        return records.keySet();
    }

    /** The records of a partition from an offset. */
    public Collection<SinkRecord> from(TopicPartition partition, long offset) {
        return records.get(partition).tailMap(offset).values();
    }

    /** All records, partition by partition, in the order of their offsets. */
    public List<SinkRecord> all() {
        return records.values().stream()
                .flatMap(partition -> partition.values().stream())
                .toList();
    }
}
