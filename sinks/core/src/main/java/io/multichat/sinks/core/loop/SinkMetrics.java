package io.multichat.sinks.core.loop;

import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.common.metrics.stats.Max;
import org.apache.kafka.common.metrics.stats.Rate;

/**
 * The metrics of a sink task, registered as plugin metrics (KIP-877): in JMX
 * {@code kafka.connect:type=plugins,connector=…,task=…,plugin=…}. The worker removes them when the task ends.
 */
final class SinkMetrics {
    private final PluginMetrics metrics;
    private final Sensor written;
    private final Sensor reported;
    private final Sensor failures;
    private final Sensor rereads;
    private final Sensor batch;

    /** @param unavailable true while the task waits for its store */
    SinkMetrics(PluginMetrics metrics, BooleanSupplier unavailable) {
        this.metrics = metrics;
        written = sensor("written");
        written.add(name("records-written-total", "Records written to the store"), new CumulativeSum());
        written.add(name("records-written-rate", "Records written to the store per second"), new Rate());
        written.add(name("batch-size-avg", "Average number of records written per batch"), new Avg());
        batch = sensor("batch");
        batch.add(name("batch-time-ms-avg", "Average time to deliver a batch, in milliseconds"), new Avg());
        batch.add(name("batch-time-ms-max", "Longest time to deliver a batch, in milliseconds"), new Max());
        reported = total(
                "records-reported", "Records reported to the dead-letter queue because they can never be written");
        failures = total("store-failures", "Number of times the task waited because the store was unavailable or busy");
        rereads = total(
                "rereads",
                "Number of times the task reread records because the store was emptied or written by another task");
        metrics.addMetric(name("store-away", "1 while the task waits for its store, otherwise 0"), (Gauge<Integer>)
                (config, nowMs) -> unavailable.getAsBoolean() ? 1 : 0);
    }

    void delivered(int recordsWritten, int recordsReported, long tookNs) {
        written.record(recordsWritten);
        reported.record(recordsReported);
        batch.record(tookNs / 1e6);
    }

    void failed() {
        failures.record();
    }

    void readAgain() {
        rereads.record();
    }

    private Sensor total(String name, String description) {
        Sensor sensor = sensor(name);
        sensor.add(name(name + "-total", description), new CumulativeSum());
        return sensor;
    }

    /** A sensor with a unique name: a worker shares sensors of the same name among its tasks. */
    private Sensor sensor(String name) {
        return metrics.addSensor(name + "-" + UUID.randomUUID());
    }

    private MetricName name(String name, String description) {
        return metrics.metricName(name, description, new LinkedHashMap<>());
    }
}
