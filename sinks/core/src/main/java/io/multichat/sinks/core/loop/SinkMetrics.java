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
 * What a sink task tells of itself, under the name that the worker gives to metrics of plugins (KIP-877): in JMX
 * {@code kafka.connect:type=plugins,connector=…,task=…,plugin=…}. The worker removes them with the task.
 */
final class SinkMetrics {
    private final PluginMetrics metrics;
    private final Sensor written;
    private final Sensor reported;
    private final Sensor failures;
    private final Sensor rereads;
    private final Sensor batch;

    /** @param waiting true while the store is away */
    SinkMetrics(PluginMetrics metrics, BooleanSupplier waiting) {
        this.metrics = metrics;
        written = sensor("written");
        written.add(name("records-written-total", "records that the store took"), new CumulativeSum());
        written.add(name("records-written-rate", "records a second that the store took"), new Rate());
        written.add(name("batch-size-avg", "records that the store took at a time"), new Avg());
        batch = sensor("batch");
        batch.add(name("batch-time-ms-avg", "milliseconds to deliver a batch"), new Avg());
        batch.add(name("batch-time-ms-max", "milliseconds to deliver a batch, the longest"), new Max());
        reported = total("records-reported", "records that can never be written and went to the dead-letter queue");
        failures = total("store-failures", "times that the store was away or busy, and the task waited");
        rereads = total(
                "rereads", "times that the store had been emptied, or written by another task, and was read to anew");
        metrics.addMetric(name("store-away", "1 while the task waits for its store, else 0"), (Gauge<Integer>)
                (config, nowMs) -> waiting.getAsBoolean() ? 1 : 0);
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

    /** Under a name of its own, since a worker gives one sensor to all its tasks that ask for one name. */
    private Sensor sensor(String name) {
        return metrics.addSensor(name + "-" + UUID.randomUUID());
    }

    private MetricName name(String name, String description) {
        return metrics.metricName(name, description, new LinkedHashMap<>());
    }
}
