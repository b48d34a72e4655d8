package io.multichat.benchmarks.competitor;

import io.multichat.benchmarks.competitor.CompetitorReport.Sent;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;

/** The records that producers have sent to each topic, according to their own counters. Not thread-safe. */
public final class SentRecords {
    private final Map<String, Sent> sent = new HashMap<>();

    /** Adds a metric of a producer, if it counts the records or bytes of a topic. */
    public void add(Metric metric) {
        if (!metric.metricName().group().equals("producer-topic-metrics")) {
            return;
        }
        Sent part = switch (metric.metricName().name()) {
            case "record-send-total" -> new Sent(value(metric), 0);
            case "byte-total" -> new Sent(0, value(metric));
            default -> new Sent(0, 0);
        };
        sent.merge(metric.metricName().tags().get("topic"), part, SentRecords::sum);
    }

    public Map<String, Sent> byTopic() {
        return Map.copyOf(sent);
    }

    private static Sent sum(Sent left, Sent right) {
        return new Sent(left.records() + right.records(), left.bytes() + right.bytes());
    }

    static long value(Metric metric) {
        return ((Number) metric.metricValue()).longValue();
    }
}
