package io.multichat.benchmarks.competitor;

import io.multichat.app.settings.Settings;
import io.multichat.app.settings.TopicSettings;
import io.multichat.app.streams.StreamsRunner;
import io.multichat.topology.SessionTopology;
import org.apache.kafka.streams.Topology;

/** What is measured side by side. All of them run with the same properties of Kafka Streams and read the same topic. */
public enum Competitor {
    /** Multichat's topology. */
    MULTICHAT("Multichat"),
    /** The session window that comes with Kafka Streams. */
    DSL("DSL session window"),
    /** Parses and passes on: what any exactly-once application costs. */
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
