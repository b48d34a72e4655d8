package io.multichat.topology.testing;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.TopologyTestDriver;

/** The metrics of Kafka Streams while a driver runs a topology. */
public record Metrics(TopologyTestDriver driver) {
    /** Those of a group by name and, where they have one, reason. */
    public Map<String, Double> of(String group) {
        return driver.metrics().values().stream()
                .filter(each -> each.metricName().group().equals(group))
                .collect(Collectors.toMap(
                        each -> key(each.metricName()), each -> ((Number) each.metricValue()).doubleValue()));
    }

    private static String key(MetricName name) {
        return (name.name() + " " + name.tags().getOrDefault("reason", "")).strip();
    }
}
