package io.multichat.sinks.core.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Records everything that a task asks of its worker. */
public class WorkerContext implements SinkTaskContext {
    /** The offsets that the task wants to read from next; the worker removes them when it has sought to them. */
    public final Map<TopicPartition, Long> rewinds = new HashMap<>();

    public final Set<TopicPartition> paused = new HashSet<>();
    /** The value of {@link #assignment()}. */
    public final Set<TopicPartition> assigned = new HashSet<>();
    /** The reported records, in order. */
    public final List<SinkRecord> reported = new ArrayList<>();
    /** The timeouts that the task requested, in milliseconds. */
    public final List<Long> timeouts = new ArrayList<>();
    /** The task's metrics. */
    public final Metrics metrics = new Metrics();
    /** The fate of the next reports. */
    public ReportFate fate = ReportFate.ARRIVES;

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
        return Set.copyOf(assigned);
    }

    @Override
    public void pause(TopicPartition... partitions) {
        paused.addAll(Arrays.asList(partitions));
    }

    @Override
    public void resume(TopicPartition... partitions) {
        paused.removeAll(Arrays.asList(partitions));
    }

    @Override
    public void requestCommit() {
        throw new UnsupportedOperationException("Multichat's sinks never request an offset commit");
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
        return new PluginMetricsImpl(metrics, Map.of());
    }
}
