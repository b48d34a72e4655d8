package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.Origin;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What a writer knows to be in {@code sink_offsets}, of the partitions that it was given, and how far it may move them. */
final class Positions {
    private final Map<TopicPartition, Long> known = new HashMap<>();
    /** The first record of each partition that is neither written nor reported. */
    private final Map<TopicPartition, Long> held = new HashMap<>();

    /** The offset in the file; 0 when there is none. */
    long get(TopicPartition partition) {
        return known.getOrDefault(partition, 0L);
    }

    void putAll(Map<TopicPartition, Long> offsets) {
        known.putAll(offsets);
    }

    void forget(Collection<TopicPartition> partitions) {
        known.keySet().removeAll(partitions);
        held.keySet().removeAll(partitions);
    }

    /** From now on no position of its partition may be beyond that record, until {@link #release()}. */
    void hold(Origin unreported) {
        held.merge(new TopicPartition(unreported.topic(), unreported.partition()), unreported.offset(), Math::min);
    }

    /** To be called when everything that was held is reported. */
    void release() {
        held.clear();
    }

    /** The offset, or the one at which its partition is held when that is less. */
    long limit(TopicPartition partition, long offset) {
        return Math.min(offset, held.getOrDefault(partition, Long.MAX_VALUE));
    }

    /**
     * Writes the offset after a batch that begins at {@code first}.
     *
     * <p>Only a task that was sent back (its log was made anew, or somebody rewound it) has read less than the file says. Its
     * offset is the right one then: to read again is always safe, to skip never is.
     */
    void move(OffsetTable offsets, TopicPartition partition, long first, long next) throws SQLException {
        if (first < get(partition)) {
            offsets.replace(partition, next);
        } else {
            offsets.advance(partition, next);
        }
    }
}
