package io.multichat.sinks.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.junit.jupiter.api.Test;

class SinkMetricsTest {
    private static final String WRITTEN = "records-written-total";
    private static final String FAILURES = "store-failures-total";

    @Test
    void tasksOfOneWorkerCountSeparately() throws Exception {
        try (Metrics worker = new Metrics();
                PluginMetricsImpl first = new PluginMetricsImpl(worker, Map.of("task", "0"));
                PluginMetricsImpl second = new PluginMetricsImpl(worker, Map.of("task", "1"))) {
            SinkMetrics writing = new SinkMetrics(first, () -> false);
            SinkMetrics failing = new SinkMetrics(second, () -> true);

            writing.delivered(7, 0, 1);
            failing.failed();

            assertThat(value(worker, "0", WRITTEN)).isEqualTo(7.0);
            assertThat(value(worker, "0", FAILURES)).isEqualTo(0.0);
            assertThat(value(worker, "1", WRITTEN)).isEqualTo(0.0);
            assertThat(value(worker, "1", FAILURES)).isEqualTo(1.0);
        }
    }

    @Test
    void closingOneTaskKeepsTheMetricsOfTheOthers() throws Exception {
        try (Metrics worker = new Metrics();
                PluginMetricsImpl first = new PluginMetricsImpl(worker, Map.of("task", "0"))) {
            PluginMetricsImpl second = new PluginMetricsImpl(worker, Map.of("task", "1"));
            SinkMetrics staying = new SinkMetrics(first, () -> false);
            SinkMetrics ended = new SinkMetrics(second, () -> false);
            ended.delivered(3, 0, 1);

            second.close();
            staying.delivered(5, 0, 1);

            assertThat(value(worker, "0", WRITTEN)).isEqualTo(5.0);
        }
    }

    @Test
    void aTaskStartsWhileItsEarlierRunIsEndingAndCountsAfterwards() throws Exception {
        try (Metrics worker = new Metrics();
                PluginMetricsImpl again = new PluginMetricsImpl(worker, Map.of("task", "0"))) {
            PluginMetricsImpl earlier = new PluginMetricsImpl(worker, Map.of("task", "0"));
            SinkMetrics ending = new SinkMetrics(earlier, () -> false);
            ending.delivered(3, 0, 1);

            SinkMetrics started = new SinkMetrics(again, () -> false);
            started.delivered(5, 0, 1);
            assertThat(value(worker, "0", WRITTEN)).isEqualTo(3.0);
            earlier.close();
            started.delivered(7, 0, 1);

            assertThat(value(worker, "0", WRITTEN)).isEqualTo(7.0);
        }
    }

    private static Object value(Metrics worker, String task, String name) {
        return worker.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(name)
                        && task.equals(metric.metricName().tags().get("task")))
                .findFirst()
                .orElseThrow()
                .metricValue();
    }
}
