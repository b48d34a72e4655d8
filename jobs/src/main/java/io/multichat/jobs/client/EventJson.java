package io.multichat.jobs.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The event of a message in an answer of {@link ServerClient}, which keeps it as text so that it prints as published. */
public final class EventJson {
    private EventJson() {}

    /**
     * The event as a tree; of unknown fields with equal names, it has the last one.
     *
     * @param message an element of {@code messages}
     */
    public static JsonNode of(JsonNode message) {
        JsonNode event = message.path("event");
        if (!(event instanceof POJONode node) || !(node.getPojo() instanceof RawValue text)) {
            return event;
        }
        try {
            return ExactJson.read(text.rawValue().toString().getBytes(StandardCharsets.UTF_8), false);
        } catch (IOException e) {
            throw new UncheckedIOException("an event that was read before cannot be read again", e);
        }
    }
}
