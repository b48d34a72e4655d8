package io.multichat.sinks.core.loop;

import io.multichat.reading.StoreException;
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

/** A store in memory that buffers a batch until it is confirmed, lets a test move its positions, and fails on demand. */
final class MovableStore implements SinkStore {
    /** The durable position of each partition. */
    final Map<TopicPartition, Long> positions = new HashMap<>();
    /** The offsets of all durable entries, in the order of writing. */
    final List<Long> durable = new ArrayList<>();
    /** The exception that every call throws; null if nothing fails. */
    RuntimeException failure;

    /** True if the store has lost its positions. */
    boolean forgetful;

    /** The offset of the entry that is rejected permanently; -1 for none. */
    long rejected = -1;

    private final Set<TopicPartition> owned = new HashSet<>();
    private final List<Long> held = new ArrayList<>();

    @Override
    public void take(Collection<TopicPartition> partitions) {
        owned.addAll(partitions);
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        failWhenTold();
        if (forgetful) {
            return Map.of();
        }
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
        if (entries.stream().anyMatch(entry -> entry.origin().offset() == rejected)) {
            throw new StoreException(StoreException.Verdict.REPORT, "rejected", null);
        }
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
