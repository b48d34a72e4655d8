package io.multichat.benchmarks.competitor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/** Reads the counters that Kafka Streams and its producers keep. Thread-safe. */
final class Meter {
    private final KafkaStreams streams;
    private final List<? extends Metric> processed;

    /** @param streams the application with all its threads */
    Meter(KafkaStreams streams) {
        this.streams = streams;
        this.processed = streams.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals("stream-thread-metrics"))
                .filter(metric -> metric.metricName().name().equals("process-total"))
                .toList();
        if (processed.isEmpty()) {
            throw new IllegalStateException("Kafka Streams does not count the records that it processes");
        }
    }

    /** Number of records read from all source topics, including repartition topics, since the start. Cheap. */
    long processed() {
        return processed.stream().mapToLong(Meter::value).sum();
    }

    /** The records sent to each topic since the start. */
    Map<String, CompetitorReport.Sent> sent() {
        Map<String, CompetitorReport.Sent> sent = new HashMap<>();
        for (Metric metric : streams.metrics().values()) {
            if (metric.metricName().group().equals("producer-topic-metrics")) {
                CompetitorReport.Sent part = switch (metric.metricName().name()) {
                    case "record-send-total" -> new CompetitorReport.Sent(value(metric), 0);
                    case "byte-total" -> new CompetitorReport.Sent(0, value(metric));
                    default -> new CompetitorReport.Sent(0, 0);
                };
                sent.merge(metric.metricName().tags().get("topic"), part, Meter::sum);
            }
        }
        return sent;
    }

    private static CompetitorReport.Sent sum(CompetitorReport.Sent left, CompetitorReport.Sent right) {
        return new CompetitorReport.Sent(left.records() + right.records(), left.bytes() + right.bytes());
    }

    private static long value(Metric metric) {
        return ((Number) metric.metricValue()).longValue();
    }
}
