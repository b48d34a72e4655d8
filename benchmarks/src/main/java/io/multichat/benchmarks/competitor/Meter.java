package io.multichat.benchmarks.competitor;

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
        return processed.stream().mapToLong(SentRecords::value).sum();
    }

    /** The records sent to each topic since the start. */
    Map<String, CompetitorReport.Sent> sent() {
        SentRecords sent = new SentRecords();
        streams.metrics().values().forEach(sent::add);
        return sent.byTopic();
    }
}
