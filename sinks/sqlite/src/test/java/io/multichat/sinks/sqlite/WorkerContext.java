package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.testing.ReportFate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** What a task asks of its worker, written down. */
final class WorkerContext implements SinkTaskContext {
    final Map<TopicPartition, Long> rewinds = new HashMap<>();
    final List<Long> timeouts = new ArrayList<>();
    final List<SinkRecord> reported = new ArrayList<>();
    /** What becomes of the next reports. */
    ReportFate fate = ReportFate.ARRIVES;

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        rewinds.putAll(offsets);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        rewinds.put(partition, offset);
    }

    @Override
    public void timeout(long timeoutMs) {
        timeouts.add(timeoutMs);
    }

    @Override
    public Set<TopicPartition> assignment() {
        return rewinds.keySet();
    }

    @Override
    public void pause(TopicPartition... partitions) {
        throw new UnsupportedOperationException("the task never pauses");
    }

    @Override
    public void resume(TopicPartition... partitions) {
        throw new UnsupportedOperationException("the task never pauses");
    }

    @Override
    public void requestCommit() {
        throw new UnsupportedOperationException("the task never asks for a commit");
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return (record, error) -> {
            reported.add(record);
            return fate.report();
        };
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException("the task has no metrics of its own");
    }
}
