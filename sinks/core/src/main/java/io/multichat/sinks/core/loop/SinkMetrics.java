package io.multichat.sinks.core.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MeasurableStat;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.common.metrics.stats.Max;
import org.apache.kafka.common.metrics.stats.Rate;

/**
 * The metrics of a sink task, registered as plugin metrics (KIP-877): in JMX
 * {@code kafka.connect:type=plugins,connector=…,task=…,plugin=…}. The worker removes them when the task ends.
 *
 * <p>A worker that lost its broker starts a task again while the earlier run of it may still be ending and hold the names. Metrics whose
 * names are taken are registered with a later batch, and count from then on.
 */
final class SinkMetrics {
    private final PluginMetrics metrics;
    private final List<Runnable> unregistered = new ArrayList<>();
    private final Sensor written;
    private final Sensor reported;
    private final Sensor failures;
    private final Sensor rereads;
    private final Sensor batch;

    /** @param unavailable true while the task waits for its store */
    SinkMetrics(PluginMetrics metrics, BooleanSupplier unavailable) {
        this.metrics = metrics;
        written = sensor("written");
        add(written, "records-written-total", "Records written to the store", new CumulativeSum());
        add(written, "records-written-rate", "Records written to the store per second", new Rate());
        add(written, "batch-size-avg", "Average number of records written per batch", new Avg());
        batch = sensor("batch");
        add(batch, "batch-time-ms-avg", "Average time to deliver a batch, in milliseconds", new Avg());
        add(batch, "batch-time-ms-max", "Longest time to deliver a batch, in milliseconds", new Max());
        reported = total(
                "records-reported", "Records reported to the dead-letter queue because they can never be written");
        failures = total("store-failures", "Number of times the task waited because the store was unavailable or busy");
        rereads = total(
                "rereads",
                "Number of times the task reread records because the store was emptied or written by another task");
        Gauge<Integer> away = (config, nowMs) -> unavailable.getAsBoolean() ? 1 : 0;
        unregistered.add(
                () -> metrics.addMetric(name("store-away", "1 while the task waits for its store, otherwise 0"), away));
        register();
    }

    void delivered(int recordsWritten, int recordsReported, long tookNs) {
        register();
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
        add(sensor, name + "-total", description, new CumulativeSum());
        return sensor;
    }

    private void add(Sensor sensor, String name, String description, MeasurableStat stat) {
        unregistered.add(() -> sensor.add(name(name, description), stat));
    }

    private void register() {
        unregistered.removeIf(SinkMetrics::succeeds);
    }

    /** False if the name is taken. */
    private static boolean succeeds(Runnable registration) {
        try {
            registration.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A sensor with a unique name: a worker shares sensors of the same name among its tasks. */
    private Sensor sensor(String name) {
        return metrics.addSensor(name + "-" + UUID.randomUUID());
    }

    private MetricName name(String name, String description) {
        return metrics.metricName(name, description, new LinkedHashMap<>());
    }
}
