package io.multichat.sinks.archive.testing;

import io.multichat.sinks.core.loop.StoreSinkTask;
import io.multichat.sinks.core.testing.WorkerContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Runs a task over topics in memory, with calls in the same order as Connect's worker. */
public final class Worker {
    public final WorkerContext context = new WorkerContext();
    private final StoreSinkTask task;
    private final Map<TopicPartition, List<SinkRecord>> topics;
    private final Map<TopicPartition, Long> committed;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    /** @param committed the offsets of the consumer group, which outlive the worker */
    Worker(TestArchive archive, StoreSinkTask task, Map<String, String> settings) {
        this.task = task;
        topics = archive.topics;
        committed = archive.groupOffsets;
        task.initialize(context);
        task.start(settings);
    }

    public Worker assign(Collection<TopicPartition> partitions) {
        context.assigned.addAll(partitions);
        partitions.forEach(source -> positions.put(source, committed.getOrDefault(source, 0L)));
        task.open(partitions);
        rewind();
        return this;
    }

    public Worker assignAll() {
        return assign(topics.keySet());
    }

    /** Delivers at most this many records of each partition. */
    public void poll(int records) {
        rewind();
        List<SinkRecord> batch = new ArrayList<>();
        for (TopicPartition source : context.assigned) {
            List<SinkRecord> topic = topics.get(source);
            int from = (int) Math.min(topic.size(), positions.get(source));
            int to = context.paused.contains(source) ? from : Math.min(topic.size(), from + records);
            batch.addAll(topic.subList(from, to));
            positions.put(source, Math.max(to, positions.get(source)));
        }
        task.put(batch);
    }

    /** Delivers the records before its positions twice more, after any rewind, as a worker does. */
    public void redeliver(int records) {
        rewind();
        List<SinkRecord> batch = new ArrayList<>();
        for (TopicPartition source : context.assigned) {
            int to = (int) Math.min(topics.get(source).size(), positions.get(source));
            batch.addAll(topics.get(source).subList(Math.max(0, to - records), to));
        }
        batch.addAll(List.copyOf(batch));
        task.put(batch);
    }

    public Map<TopicPartition, Long> commitOffsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> given = task.preCommit(new HashMap<>());
        given.forEach((source, offset) -> offsets.put(source, offset.offset()));
        committed.putAll(offsets);
        return offsets;
    }

    void revoke(Collection<TopicPartition> partitions) {
        commitOffsets();
        task.close(partitions);
        context.assigned.removeAll(partitions);
        context.paused.removeAll(partitions);
    }

    /** A clean stop. */
    public void stop() {
        revoke(List.copyOf(context.assigned));
        task.stop();
    }

    public long position(TopicPartition source) {
        return context.rewinds.getOrDefault(source, positions.get(source));
    }

    private void rewind() {
        context.rewinds.keySet().retainAll(context.assigned);
        positions.putAll(context.rewinds);
        context.rewinds.clear();
    }
}
