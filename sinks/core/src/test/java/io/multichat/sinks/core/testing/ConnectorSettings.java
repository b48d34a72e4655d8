package io.multichat.sinks.core.testing;

import io.multichat.events.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;

/** Settings of connectors for tests. */
public final class ConnectorSettings {
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private ConnectorSettings() {}

    /** A sink's own settings and all Connect settings that every sink requires. */
    public static Map<String, String> complete(Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "topics",
                Topics.TRANSCRIPT + "," + Topics.SESSIONS,
                "key.converter",
                BYTES,
                "value.converter",
                BYTES,
                "header.converter",
                BYTES,
                "consumer.override.isolation.level",
                "read_committed",
                "errors.tolerance",
                "all",
                "errors.deadletterqueue.topic.name",
                "sink-dead-letters"));
        settings.putAll(own);
        return settings;
    }

    /** The problems that a connector finds in settings. */
    public static List<String> problems(SinkConnector connector, Map<String, String> settings) {
        return connector.validate(settings).configValues().stream()
                .flatMap(value -> value.errorMessages().stream())
                .toList();
    }
}
