package io.multichat.sinks.core.conformance.worker;

import io.multichat.sinks.core.conformance.SinkUnderTest;
import io.multichat.sinks.core.conformance.history.Log;
import io.multichat.sinks.core.loop.Overlap;
import io.multichat.sinks.core.loop.StoreSinkTask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Runs a task over a log, call by call like Connect's {@code WorkerSinkTask} (4.3). As in Connect, an exception from its methods
 * ends the task; then only {@link #stop()} may follow.
 */
final class Worker {
    /** The longest wait in Connect: until offsets are committed again. */
    private static final long LONGEST_WAIT_MS = 60_000;

    /** The number of records from which a task overlaps, so that histories have batches of both kinds. */
    private static final int OVERLAP_FROM = 3;

    /** True if the task may fail because something was wrong. */
    boolean excused;

    private final SinkTask task;
    private final Map<TopicPartition, Long> group;
    private final LogConsumer consumer;
    private final TaskContext context;
    private final Reports.Pending reports;
    private final Map<TopicPartition, OffsetAndMetadata> current = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> lastCommitted = new HashMap<>();
    /** The current batch; kept after a retriable exception for redelivery. */
    private final List<SinkRecord> batch = new ArrayList<>();

    /**
     * Creates a worker.
     *
     * @param group the offsets of the consumer group, which outlive the worker
     */
    Worker(SinkUnderTest sink, Log log, Map<TopicPartition, Long> group, Reports reports) {
        this.task = new StoreSinkTask(sink.stores(), sink.clockMs(), Overlap.inThread(OVERLAP_FROM));
        this.group = group;
        this.reports = reports.reporter();
        context = new TaskContext(sink.settings(), this.reports);
        consumer = new LogConsumer(log, context.paused);
    }

    void begin(Collection<TopicPartition> partitions) {
        task.initialize(context);
        task.start(context.configs());
        assign(partitions);
    }

    /** Assigns new partitions. */
    public void assign(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            long offset = consumer.assign(partition, group.getOrDefault(partition, 0L));
            current.put(partition, new OffsetAndMetadata(offset));
            lastCommitted.put(partition, current.get(partition));
        }
        context.assigned.addAll(partitions);
        task.open(partitions);
        rewind();
    }

    /**
     * Runs one iteration and returns the time that the worker would have waited for records, in milliseconds.
     *
     * @param most the maximum number of records; 0 if there are none yet
     */
    long iterate(int most, Random random) {
        if (context.commitRequested) {
            context.commitRequested = false;
            commit(context.assignment(), false);
        }
        rewind();
        long waitMs = Math.min(LONGEST_WAIT_MS, context.takeTimeoutMs());
        boolean again = !batch.isEmpty();
        if (!again) {
            batch.addAll(consumer.poll(most, random));
        }
        try {
            task.put(new ArrayList<>(batch));
        } catch (RetriableException e) {
            // Connect pauses all partitions; here, nothing is polled while a batch is left.
            return waitMs;
        }
        waitMs = batch.isEmpty() || again ? waitMs : 0;
        for (SinkRecord record : batch) {
            current.put(
                    new TopicPartition(record.topic(), record.kafkaPartition()),
                    new OffsetAndMetadata(record.kafkaOffset() + 1));
        }
        batch.clear();
        return waitMs;
    }

    /** Commits the offsets that the task allows; if {@code closing}, also closes the partitions. */
    void commit(Collection<TopicPartition> partitions, boolean closing) {
        reports.await();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(current);
        offsets.keySet().retainAll(partitions);
        if (offsets.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> allowed;
        try {
            allowed = task.preCommit(new HashMap<>(offsets));
        } catch (RuntimeException e) {
            if (!closing) {
                lastCommitted.forEach((partition, offset) -> consumer.seek(partition, offset.offset()));
                current.putAll(lastCommitted);
            }
            return;
        } finally {
            if (closing) {
                task.close(partitions);
            }
        }
        allowed.forEach((partition, offset) -> {
            OffsetAndMetadata delivered = offsets.get(partition);
            boolean changed = !offset.equals(lastCommitted.get(partition));
            if (changed && delivered != null && offset.offset() <= delivered.offset()) {
                lastCommitted.put(partition, offset);
                group.put(partition, offset.offset());
            }
        });
    }

    void revoke(Collection<TopicPartition> partitions) {
        commit(partitions, true);
        current.keySet().removeAll(partitions);
        lastCommitted.keySet().removeAll(partitions);
        consumer.unassign(partitions);
        context.assigned.removeAll(partitions);
        context.paused.removeAll(partitions);
        batch.removeIf(record -> partitions.contains(new TopicPartition(record.topic(), record.kafkaPartition())));
    }

    /** Stops cleanly, or after a failure of the task. */
    public void stop() {
        try {
            revoke(context.assignment());
        } finally {
            task.stop();
        }
    }

    /** Releases resources as the operating system does when a process dies. */
    void free() {
        task.stop();
    }

    /** True if the task has read everything and requested nothing more. */
    boolean isAtEnd() {
        return batch.isEmpty() && context.rewinds.isEmpty() && consumer.isAtEnd();
    }

    private void rewind() {
        context.rewinds.forEach((partition, offset) -> {
            consumer.seek(partition, offset);
            current.put(partition, new OffsetAndMetadata(offset));
            lastCommitted.put(partition, current.get(partition));
        });
        context.rewinds.clear();
    }
}
