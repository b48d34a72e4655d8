package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.sink.raw.Contender;
import io.multichat.events.Topics;
import io.multichat.sinks.core.loop.StoreSinkTask;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** A sink's own task, called as a Connect worker calls it, and asked for offsets once a second and at the end. */
final class TaskContender implements Contender {
    private static final Set<TopicPartition> PARTITIONS =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));
    private static final long COMMIT_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SinkTask task = new StoreSinkTask();
    private final GivenRecords given = new GivenRecords();
    private long committedAt = System.nanoTime();

    /** Starts the only task of a connector on an empty store. */
    TaskContender(SinkConnector connector, Map<String, String> settings) {
        connector.start(settings);
        Map<String, String> ofTask = connector.taskConfigs(1).get(0);
        task.initialize(
                new MeasuredTaskContext(ofTask, PARTITIONS, new PluginMetricsImpl(new Metrics(), Map.of()), given));
        task.start(ofTask);
        task.open(PARTITIONS);
    }

    @Override
    public Runnable prepared(List<SinkRecord> batch) {
        return () -> put(batch);
    }

    @Override
    public void finish() {
        commit();
        task.close(PARTITIONS);
        task.stop();
    }

    private void put(Collection<SinkRecord> batch) {
        given.add(batch);
        task.put(batch);
        if (given.takeCommitRequest() || System.nanoTime() - committedAt > COMMIT_INTERVAL_NANOS) {
            commit();
        }
    }

    private void commit() {
        task.preCommit(given.offsets());
        committedAt = System.nanoTime();
    }
}
