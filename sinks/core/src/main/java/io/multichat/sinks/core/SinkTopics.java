package io.multichat.sinks.core;

import io.multichat.events.Topics;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The topics that a sink consumes, under their names in Kafka.
 *
 * @param transcript accepted events
 * @param sessions session snapshots
 */
public record SinkTopics(String transcript, String sessions) {
    private static final String TRANSCRIPT = "transcript.topic";
    private static final String SESSIONS = "sessions.topic";

    /** Adds the settings {@code transcript.topic} and {@code sessions.topic}. */
    public static ConfigDef define(ConfigDef settings) {
        ConfigDef.Validator notEmpty = new ConfigDef.NonEmptyString();
        return settings.define(
                        TRANSCRIPT,
                        ConfigDef.Type.STRING,
                        Topics.TRANSCRIPT,
                        notEmpty,
                        ConfigDef.Importance.LOW,
                        "The topic of accepted events. `topics` must name it too.")
                .define(
                        SESSIONS,
                        ConfigDef.Type.STRING,
                        Topics.SESSIONS,
                        notEmpty,
                        ConfigDef.Importance.LOW,
                        "The topic of session snapshots. `topics` must name it too.");
    }

    /** The topics that a parsed configuration names. */
    public static SinkTopics of(AbstractConfig settings) {
        return new SinkTopics(settings.getString(TRANSCRIPT), settings.getString(SESSIONS));
    }

    /** The topics under their default names. */
    public static SinkTopics defaults() {
        return of(new AbstractConfig(define(new ConfigDef()), Map.of()));
    }
}
