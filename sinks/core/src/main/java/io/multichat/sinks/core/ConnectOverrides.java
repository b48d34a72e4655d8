package io.multichat.sinks.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Connect settings that every sink connector must override, since a sink is wrong with Connect's defaults: Connect reads
 * aborted transactions, guesses the types of headers, and drops records or stops at the first poison record.
 */
public final class ConnectOverrides {
    /** Names the topic for records that can never be written. Any topic will do, but there must be one. */
    public static final String DEAD_LETTER_TOPIC = "errors.deadletterqueue.topic.name";

    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final String BYTES_REASON = "the sink needs the bytes as they are";

    /** The settings with one right value, in the order in which problems are reported. */
    public static final List<Required> REQUIRED = List.of(
            new Required("key.converter", BYTES, BYTES_REASON),
            new Required("value.converter", BYTES, BYTES_REASON),
            new Required("header.converter", BYTES, BYTES_REASON),
            new Required("consumer.override.isolation.level", "read_committed", "aborted transactions are no chat"),
            new Required("errors.tolerance", "all", "one poison record would stop the task"));

    private ConnectOverrides() {}

    /**
     * A setting with one right value.
     *
     * @param name as in a connector's configuration
     * @param value the only value with which a sink is right
     * @param reason why, for people
     */
    public record Required(String name, String value, String reason) {}

    /**
     * What the configurations of all sink connectors have in common; a sink's own settings and its name come on top.
     *
     * @param topics the topics to consume
     * @param deadLetterTopic gets records that can never be written, with the reason in their headers
     * @return a new map, which the caller may change
     */
    public static Map<String, String> of(SinkTopics topics, String deadLetterTopic) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("topics", topics.transcript() + "," + topics.sessions());
        REQUIRED.forEach(required -> settings.put(required.name(), required.value()));
        settings.put(DEAD_LETTER_TOPIC, deadLetterTopic);
        settings.put("errors.deadletterqueue.context.headers.enable", "true");
        return settings;
    }
}
