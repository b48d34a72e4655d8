package io.multichat.sinks.core.loop;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** A store in memory that holds a batch back until it has passed, whose positions a test may move and which fails when told to. */
final class MovableStore implements SinkStore {
    /** What is durable: the position of each topic-partition. */
    final Map<TopicPartition, Long> positions = new HashMap<>();
    /** The offsets of all that is durable, in the order in which they were written. */
    final List<Long> durable = new ArrayList<>();
    /** Thrown by every call that may fail; null: nothing fails. */
    RuntimeException failure;

    private final Set<TopicPartition> owned = new HashSet<>();
    private final List<Long> held = new ArrayList<>();

    @Override
    public void take(Collection<TopicPartition> partitions) {
        owned.addAll(partitions);
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        failWhenTold();
        owned.forEach(partition -> positions.putIfAbsent(partition, 0L));
        return Map.copyOf(positions);
    }

    @Override
    public void setBack(TopicPartition partition, long offset) {
        positions.put(partition, offset);
    }

    @Override
    public void write(List<SinkEntry> entries) {
        failWhenTold();
        entries.forEach(entry -> held.add(entry.origin().offset()));
    }

    @Override
    public Progress passed(Map<TopicPartition, OffsetRange> read) {
        failWhenTold();
        durable.addAll(held);
        held.clear();
        boolean displaced = false;
        for (Map.Entry<TopicPartition, OffsetRange> range : read.entrySet()) {
            displaced |= positions.getOrDefault(range.getKey(), 0L)
                    < range.getValue().from();
            positions.computeIfPresent(
                    range.getKey(),
                    (partition, next) -> next < range.getValue().from()
                            ? next
                            : range.getValue().next());
        }
        return new Progress(Map.copyOf(positions), displaced, 1_234);
    }

    @Override
    public void abandon() {
        held.clear();
    }

    @Override
    public void release(Collection<TopicPartition> partitions) {
        owned.removeAll(Set.copyOf(partitions));
    }

    @Override
    public void close() {
        abandon();
    }

    private void failWhenTold() {
        if (failure != null) {
            throw failure;
        }
    }
}
