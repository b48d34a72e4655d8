package io.multichat.benchmarks.competitor;

import io.multichat.app.settings.Settings;
import io.multichat.app.settings.TopicSettings;
import io.multichat.app.streams.StreamsRunner;
import io.multichat.topology.SessionTopology;
import org.apache.kafka.streams.Topology;

/** The competitors that are measured side by side. All read the same topic. */
public enum Competitor {
    /** Multichat's topology. */
    MULTICHAT("Multichat"),
    /** A Flink job that does the same work, with its state in the heap. */
    FLINK_HEAP("Flink, heap state"),
    /** The same job with its state in RocksDB. */
    FLINK_ROCKSDB("Flink, RocksDB state"),
    /** The session window of the Kafka Streams DSL. */
    DSL("DSL session window"),
    /** Parses and forwards: the cost of any exactly-once application. */
    FORWARD("parse and forward");

    private final String title;

    Competitor(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The topology of an application of Kafka Streams. */
    Topology topology(Settings settings) {
        String input = settings.get(TopicSettings.INPUT_TOPICS).get(0);
        return switch (this) {
            case MULTICHAT -> SessionTopology.build(StreamsRunner.topologySettings(settings));
            case DSL -> DslSessions.build(input, settings);
            case FORWARD -> Forwarding.build(input);
            case FLINK_HEAP, FLINK_ROCKSDB -> throw new IllegalStateException(this + " does not run on Kafka Streams");
        };
    }

    public boolean isFlink() {
        return this == FLINK_HEAP || this == FLINK_ROCKSDB;
    }
}
