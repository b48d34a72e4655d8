package io.multichat.app.streams;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.multichat.events.RejectReason;
import io.multichat.topology.metrics.TopologyCounter;
import io.multichat.topology.metrics.TopologyMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The metrics of the topology that are worth watching, summed over its threads and tasks: Kafka Streams has hundreds, with names of
 * clients that change at every start. Read when they are scraped.
 *
 * @param streams the running topology
 * @param restore the progress of its restoration
 */
record StreamsMeters(KafkaStreams streams, RestoreProgress restore) implements MeterBinder {
    private static final String THREADS = "stream-thread-metrics";
    private static final String FETCHER = "consumer-fetch-manager-metrics";
    private static final double MS_PER_S = 1_000;

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "topology.running",
                "1 while all partitions of this instance are processed",
                () -> streams.state() == KafkaStreams.State.RUNNING ? 1 : 0);
        gauge(
                registry,
                "topology.restore.left",
                "Records that are still to be restored",
                () -> restore.recordsLeft().orElse(0));
        gauge(
                registry,
                "topology.input.lag",
                "Records of the input topics that are not processed yet",
                () -> values(FETCHER, "records-lag", StreamsMeters::isOfInput).sum());
        gauge(
                registry,
                "topology.commit.seconds",
                "Average time of a commit, of the slowest thread",
                () -> values(THREADS, "commit-latency-avg", any -> true).max().orElse(0) / MS_PER_S);
        gauge(
                registry,
                "topology.sessions.open",
                "Sessions that are open now",
                () -> values(TopologyMetrics.GROUP, "sessions-open", any -> true)
                        .sum());
        counter(registry, "topology.records", "Records processed", THREADS, "process-total");
        for (TopologyCounter counter : TopologyCounter.values()) {
            String metric = counter.metric();
            counter(
                    registry,
                    "topology."
                            + metric.substring(0, metric.length() - "-total".length())
                                    .replace('-', '.'),
                    counter.description(),
                    TopologyMetrics.GROUP,
                    metric);
        }
        for (RejectReason reason : RejectReason.values()) {
            RisingTotal<MetricName> total = new RisingTotal<>();
            FunctionCounter.builder(
                            "multichat.dead.letters", this, meters -> total.of(() -> meters.deadLetters(reason)))
                    .description("Records refused")
                    .tag("reason", reason.code())
                    .register(registry);
        }
    }

    private Map<MetricName, Double> deadLetters(RejectReason reason) {
        return byName(
                TopologyMetrics.GROUP,
                "dead-letters-total",
                metric -> reason.code().equals(metric.metricName().tags().get("reason")));
    }

    /** The numbers that a metric has now, in all threads and tasks. */
    private DoubleStream values(String group, String name, Predicate<Metric> which) {
        return byName(group, name, which).values().stream().mapToDouble(Double::doubleValue);
    }

    private Map<MetricName, Double> byName(String group, String name, Predicate<Metric> which) {
        Map<MetricName, Double> values = new HashMap<>();
        for (Metric metric : streams.metrics().values()) {
            MetricName full = metric.metricName();
            if (full.name().equals(name)
                    && full.group().equals(group)
                    && which.test(metric)
                    && metric.metricValue() instanceof Number number
                    && Double.isFinite(number.doubleValue())) {
                values.put(full, number.doubleValue());
            }
        }
        return values;
    }

    /** True for a partition that is processed, not for a changelog that is restored. */
    private static boolean isOfInput(Metric metric) {
        return metric.metricName().tags().containsKey("partition")
                && !metric.metricName().tags().getOrDefault("client-id", "").endsWith("-restore-consumer");
    }

    private static void gauge(MeterRegistry registry, String name, String description, DoubleSupplier value) {
        Gauge.builder("multichat." + name, value::getAsDouble)
                .description(description)
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, String description, String group, String metric) {
        RisingTotal<MetricName> total = new RisingTotal<>();
        FunctionCounter.builder(
                        "multichat." + name, this, meters -> total.of(() -> meters.byName(group, metric, any -> true)))
                .description(description)
                .register(registry);
    }
}
