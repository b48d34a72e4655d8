package io.multichat.events;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds the JSON of an event field by field, including JSON that only a careless publisher would write. */
public final class EventJson {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private EventJson() {}

    /** A valid message: {@code irc/#multichat}, id {@code m1}, from {@code ada}, at 2026-03-01T12:00:00Z. */
    public static EventJson message() {
        return new EventJson()
                .with("platform", "\"irc\"")
                .with("channel", "\"#multichat\"")
                .with("messageId", "\"m1\"")
                .with("sender", "{\"id\":\"ada\"}")
                .with("sentAt", "\"2026-03-01T12:00:00Z\"");
    }

    /** A valid event of this type with only the required fields. */
    public static EventJson of(EventType type) {
        EventJson event = message().with("type", "\"" + type.wireName() + "\"");
        if (!type.needsMessageId()) {
            event.without("messageId");
        }
        if (!type.needsSender()) {
            event.without("sender");
        }
        if (type.isCommand()) {
            event.with(
                    "attributes",
                    "{\"session\":\"01KJMMA2G0T3PSXQFQHPP5JEZ6\",\"participant\":\"817f358789fe6008c84a79a5919fe141\",\"hold\":\"h\"}");
        }
        return event.without("sentAt").with(type.timeField().wireName(), "\"2026-03-01T12:00:00Z\"");
    }

    /** Sets a field to a JSON fragment. */
    public EventJson with(String field, String json) {
        fields.put(field, json);
        return this;
    }

    public EventJson without(String field) {
        fields.remove(field);
        return this;
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
