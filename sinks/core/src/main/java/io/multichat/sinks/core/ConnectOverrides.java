package io.multichat.sinks.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Connect settings that every sink connector must override. By default Connect reads aborted transactions, converts header
 * values, and stops at the first invalid record.
 */
public final class ConnectOverrides {
    /** Names the topic for records that can never be written. It may be any topic. */
    public static final String DEAD_LETTER_TOPIC = "errors.deadletterqueue.topic.name";

    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final String BYTES_REASON = "the sink reads unmodified bytes";

    /** The settings that allow a single value, in the order in which problems are reported. */
    public static final List<Required> REQUIRED = List.of(
            new Required("key.converter", BYTES, BYTES_REASON),
            new Required("value.converter", BYTES, BYTES_REASON),
            new Required("header.converter", BYTES, BYTES_REASON),
            new Required(
                    "consumer.override.isolation.level",
                    "read_committed",
                    "records of aborted transactions must not be stored"),
            new Required("errors.tolerance", "all", "otherwise one invalid record stops the task"));

    private ConnectOverrides() {}

    /**
     * A setting that allows a single value.
     *
     * @param name as in a connector's configuration
     * @param value the only allowed value
     * @param reason why only this value is allowed
     */
    public record Required(String name, String value, String reason) {}

    /**
     * The settings that the configurations of all sink connectors share. The name and the sink's own settings are added to them.
     *
     * @param topics the topics to consume
     * @param deadLetterTopic topic of records that can never be written, with the reason in their headers
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
