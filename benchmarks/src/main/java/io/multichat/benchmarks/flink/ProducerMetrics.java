package io.multichat.benchmarks.flink;

import io.multichat.benchmarks.competitor.CompetitorReport.Sent;
import io.multichat.benchmarks.competitor.SentRecords;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * Collects the metrics of all producers of this process, those of closed producers too. Kafka creates the instances, so the
 * metrics are static.
 */
public final class ProducerMetrics implements MetricsReporter {
    private static final Set<KafkaMetric> METRICS = ConcurrentHashMap.newKeySet();

    /** The records sent to each topic since the start. */
    static Map<String, Sent> sent() {
        SentRecords sent = new SentRecords();
        METRICS.forEach(sent::add);
        return sent.byTopic();
    }

    @Override
    public void init(List<KafkaMetric> metrics) {
        METRICS.addAll(metrics);
    }

    @Override
    public void metricChange(KafkaMetric metric) {
        METRICS.add(metric);
    }

    @Override
    public void metricRemoval(KafkaMetric metric) {
        // A producer removes its metrics when it is closed, but they keep their values.
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // There is nothing to configure.
    }

    @Override
    public void close() {
        // Metrics are still read after their producer was closed.
    }
}
