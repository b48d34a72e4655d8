package io.multichat.sinks.core.conformance;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A store with a bug: it keeps commands like other events and erases nothing.
 *
 * @param store the same store without the bug
 */
record StoreThatErasesNothing(SinkStore store) implements SinkStore {
    @Override
    public void write(List<SinkEntry> entries) {
        store.write(entries.stream()
                .map(entry -> entry instanceof SinkEntry.Erasure erasure ? erasure.command() : entry)
                .toList());
    }

    @Override
    public boolean needsEvents() {
        return store.needsEvents();
    }

    @Override
    public void take(Collection<TopicPartition> partitions) {
        store.take(partitions);
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        return store.positions();
    }

    @Override
    public void setBack(TopicPartition partition, long offset) {
        store.setBack(partition, offset);
    }

    @Override
    public Progress passed(Map<TopicPartition, OffsetRange> read) {
        return store.passed(read);
    }

    @Override
    public void abandon() {
        store.abandon();
    }

    @Override
    public void release(Collection<TopicPartition> partitions) {
        store.release(partitions);
    }

    @Override
    public void close() {
        store.close();
    }
}
