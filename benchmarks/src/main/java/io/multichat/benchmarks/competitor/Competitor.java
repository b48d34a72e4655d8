package io.multichat.benchmarks.competitor;

import io.multichat.app.settings.Settings;
import io.multichat.app.settings.TopicSettings;
import io.multichat.app.streams.StreamsRunner;
import io.multichat.topology.SessionTopology;
import org.apache.kafka.streams.Topology;

/**
 * The competitors that are measured side by side. All run with the same properties of Kafka Streams and read the same
 * topic.
 */
public enum Competitor {
    /** Multichat's topology. */
    MULTICHAT("Multichat"),
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

    Topology topology(Settings settings) {
        String input = settings.get(TopicSettings.INPUT_TOPICS).get(0);
        return switch (this) {
            case MULTICHAT -> SessionTopology.build(StreamsRunner.topologySettings(settings));
            case DSL -> DslSessions.build(input, settings);
            case FORWARD -> Forwarding.build(input);
        };
    }
}
