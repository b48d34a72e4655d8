package io.multichat.sinks.core.conformance.worker;

import io.multichat.sinks.core.conformance.SinkUnderTest;
import io.multichat.sinks.core.conformance.history.Log;
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
 * Runs a task over a log, call by call as Connect's {@code WorkerSinkTask} (4.3) does. Whatever leaves its methods as an exception
 * has ended the task, as in Connect; then only {@link #stop()} may follow.
 */
final class Worker {
    /** What Connect waits at most: until offsets are to be committed again. */
    private static final long LONGEST_WAIT_MS = 60_000;

    /** True when the task may fail: something was in its way. */
    boolean excused;

    private final SinkTask task;
    private final Map<TopicPartition, Long> group;
    private final LogConsumer consumer;
    private final TaskContext context;
    private final Reports.Pending reports;
    private final Map<TopicPartition, OffsetAndMetadata> current = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> lastCommitted = new HashMap<>();
    /** Stays after a retriable exception: it is delivered again then. */
    private final List<SinkRecord> batch = new ArrayList<>();

    /** @param group the offsets of the consumer group, which outlive the worker */
    Worker(SinkUnderTest sink, Log log, Map<TopicPartition, Long> group, Reports reports) {
        this.task = sink.task();
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

    /** Partitions that it did not have before. */
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
     * One round. Gives the time that the worker would have waited for records, milliseconds.
     *
     * @param most records; 0: there are none yet
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
            // All partitions are paused meanwhile; here, nothing is polled while a batch is left.
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

    /** Commits what the task allows, and takes partitions away when {@code closing}. */
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
            if (delivered != null && offset.offset() <= delivered.offset()) {
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

    /** A clean end, or what follows on a failure of the task. */
    public void stop() {
        try {
            revoke(context.assignment());
        } finally {
            task.stop();
        }
    }

    /** What the operating system does when a process is gone: the task itself did nothing more. */
    void free() {
        task.stop();
    }

    /** True when the task has everything and asks for nothing more. */
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
