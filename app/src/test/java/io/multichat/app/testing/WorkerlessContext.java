package io.multichat.app.testing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * What a sink task may ask of its worker, when there is none: nothing is redelivered.
 *
 * @param assignment all that the task is given
 */
public record WorkerlessContext(Set<TopicPartition> assignment) implements SinkTaskContext {
    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        // The first records come at the offset that the task wants anyway.
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        // As above.
    }

    @Override
    public void timeout(long timeoutMs) {
        // Every put commits.
    }

    @Override
    public void pause(TopicPartition... partitions) {
        throw new AssertionError("the store cannot be written");
    }

    @Override
    public void resume(TopicPartition... partitions) {
        // Nothing was paused.
    }

    @Override
    public void requestCommit() {
        // Every put commits.
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return (record, error) -> CompletableFuture.failedFuture(error);
    }

    @Override
    public PluginMetrics pluginMetrics() {
        return new PluginMetricsImpl(new Metrics(), Map.of());
    }
}
