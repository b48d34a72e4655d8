package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.child.BenchmarkException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * The task context of a Connect worker when nothing goes wrong. A task that reports a record, waits, or wants to read again
 * has not written what it was given, and its figures would be meaningless.
 *
 * @param configs the settings of the task
 * @param assignment the topic-partitions of the task
 * @param pluginMetrics receives the metrics of the task
 * @param given what the task has been given so far
 */
record MeasuredTaskContext(
        Map<String, String> configs, Set<TopicPartition> assignment, PluginMetrics pluginMetrics, GivenRecords given)
        implements SinkTaskContext {
    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        offsets.forEach(this::offset);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        if (given.next(partition) != offset) {
            throw new BenchmarkException(String.format(
                    Locale.ROOT,
                    "the task was given %s up to %d and wants to read from %d",
                    partition,
                    given.next(partition),
                    offset));
        }
    }

    @Override
    public void timeout(long timeoutMs) {
        // The task says how long it can wait for records; there are always more.
    }

    @Override
    public void pause(TopicPartition... partitions) {
        throw new BenchmarkException("the task cannot write to its store");
    }

    @Override
    public void resume(TopicPartition... partitions) {
        // Nothing was paused.
    }

    @Override
    public void requestCommit() {
        given.requestCommit();
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return (record, error) -> {
            throw new BenchmarkException("the task reports " + record, error);
        };
    }
}
