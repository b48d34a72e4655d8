package io.multichat.sinks.core;

import io.multichat.events.Topics;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The names of the topics that a sink consumes.
 *
 * @param transcript the topic of accepted events
 * @param sessions the topic of session snapshots
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
                        "Topic of accepted events. Must also be listed in `topics`.")
                .define(
                        SESSIONS,
                        ConfigDef.Type.STRING,
                        Topics.SESSIONS,
                        notEmpty,
                        ConfigDef.Importance.LOW,
                        "Topic of session snapshots. Must also be listed in `topics`.");
    }

    /** The topics in a parsed configuration. */
    public static SinkTopics of(AbstractConfig settings) {
        return new SinkTopics(settings.getString(TRANSCRIPT), settings.getString(SESSIONS));
    }

    /** The default topics. */
    public static SinkTopics defaults() {
        return of(new AbstractConfig(define(new ConfigDef()), Map.of()));
    }
}
