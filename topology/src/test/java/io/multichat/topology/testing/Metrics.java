package io.multichat.topology.testing;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.TopologyTestDriver;

/** The metrics of Kafka Streams for a topology in a test driver. */
public record Metrics(TopologyTestDriver driver) {
    /** The metrics of a group by name and, where there is one, by reason. */
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
