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
 * The metrics of one task, in the group {@value #GROUP} with the tag {@code task-id}; dead letters also have the tag
 * {@code reason}. Totals start at zero when the task starts on this instance.
 *
 * <p>Only the stream thread may use this class. Counts become visible with the next {@link #publish(long)}, dead letters at
 * once.
 */
public final class TopologyMetrics implements AutoCloseable {
    /** The metric group of the topology. */
    public static final String GROUP = "multichat-metrics";

    private final StreamsMetrics metrics;
    private final String task;
    private final Map<String, Sensor> sensors = new TreeMap<>();
    private final long[] counted = new long[TopologyCounter.values().length];
    private boolean published;
    private long sessionsPublished;

    public TopologyMetrics(StreamsMetrics metrics, TaskId task) {
        this.metrics = metrics;
        this.task = task.toString();
    }

    /** Increments a counter. */
    public void count(TopologyCounter what) {
        counted[what.ordinal()]++;
    }

    /** Counts a dead letter by its reason. */
    public void deadLetter(RejectReason reason) {
        sensor("dead-letters-total", "Records refused", Map.of("reason", reason.code()), CumulativeSum::new)
                .record();
    }

    /**
     * Makes all counts since the last call visible. What has not changed since then costs nothing.
     *
     * @param openSessions number of open sessions in this task
     */
    public void publish(long openSessions) {
        for (TopologyCounter what : TopologyCounter.values()) {
            if (counted[what.ordinal()] > 0 || !published) {
                sensor(what.metric(), what.description(), Map.of(), CumulativeSum::new)
                        .record((double) counted[what.ordinal()]);
                counted[what.ordinal()] = 0;
            }
        }
        if (openSessions != sessionsPublished || !published) {
            sensor("sessions-open", "Sessions currently open", Map.of(), Value::new)
                    .record((double) openSessions);
            sessionsPublished = openSessions;
        }
        published = true;
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
