package io.multichat.sinks.core.conformance.worker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * What a task may ask of its worker.
 *
 * @param configs of the task
 * @param consumer of the worker
 * @param errantRecordReporter the way to the dead-letter queue
 * @param asked what was asked for so far
 */
record WorkerContext(
        Map<String, String> configs, LogConsumer consumer, ErrantRecordReporter errantRecordReporter, Asked asked)
        implements SinkTaskContext {
    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        asked.rewinds.putAll(offsets);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        asked.rewinds.put(partition, offset);
    }

    @Override
    public void timeout(long requestedMs) {
        asked.timeoutMs = requestedMs;
    }

    @Override
    public Set<TopicPartition> assignment() {
        return consumer.assignment();
    }

    @Override
    public void pause(TopicPartition... partitions) {
        asked.paused.addAll(List.of(partitions));
        consumer.pause(List.of(partitions));
    }

    @Override
    public void resume(TopicPartition... partitions) {
        List.of(partitions).forEach(asked.paused::remove);
        consumer.resume(List.of(partitions));
    }

    @Override
    public void requestCommit() {
        asked.commit = true;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        return new PluginMetricsImpl(new Metrics(), Map.of());
    }
}
