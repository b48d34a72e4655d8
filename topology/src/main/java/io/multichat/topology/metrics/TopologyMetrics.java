package io.multichat.topology.metrics;

import io.multichat.events.RejectReason;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.MeasurableStat;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.TaskId;

/**
 * The metrics of one task: group {@value #GROUP}, tag {@code task-id}; dead letters also have the tag {@code reason}. Totals
 * since the task started here. Used by the stream thread alone; what is counted shows after {@link #publish(long)}.
 */
public final class TopologyMetrics implements AutoCloseable {
    /** The group of all metrics of the topology. */
    public static final String GROUP = "multichat-metrics";

    private final StreamsMetrics metrics;
    private final String task;
    private final Map<String, Sensor> sensors = new TreeMap<>();
    private final long[] counted = new long[TopologyCounter.values().length];

    public TopologyMetrics(StreamsMetrics metrics, TaskId task) {
        this.metrics = metrics;
        this.task = task.toString();
    }

    /** Counts one. */
    public void count(TopologyCounter what) {
        counted[what.ordinal()]++;
    }

    /** Counts a dead letter. */
    public void deadLetter(RejectReason reason) {
        sensor("dead-letters-total", "records that were refused", Map.of("reason", reason.code()), CumulativeSum::new)
                .record();
    }

    /** Shows what was counted. @param openSessions how many sessions of the task are open */
    public void publish(long openSessions) {
        for (TopologyCounter what : TopologyCounter.values()) {
            sensor(what.metric(), what.description(), Map.of(), CumulativeSum::new)
                    .record(counted[what.ordinal()]);
            counted[what.ordinal()] = 0;
        }
        sensor("sessions-open", "sessions that are open now", Map.of(), Value::new)
                .record(openSessions);
    }

    @Override
    public void close() {
        sensors.values().forEach(metrics::removeSensor);
        sensors.clear();
    }

    private Sensor sensor(
            String name, String description, Map<String, String> moreTags, Supplier<MeasurableStat> stat) {
        return sensors.computeIfAbsent(name + moreTags, known -> {
            Map<String, String> tags = new TreeMap<>(moreTags);
            tags.put("task-id", task);
            Sensor added = metrics.addSensor(GROUP + "." + task + "." + known, RecordingLevel.INFO);
            added.add(new MetricName(name, GROUP, description, tags), stat.get());
            return added;
        });
    }
}
