package io.multichat.server.context;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.events.SessionId;
import io.multichat.reading.StoredMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that may be part of a context.
 *
 * @param message the message
 * @param session its session; empty if that is not announced yet
 * @param characters the number of characters of its text, and of its parts as JSON
 * @param isSystem true for a message of the role system
 * @param parts its tool calls and results
 */
public record ContextMessage(
        StoredMessage message, Optional<SessionId> session, long characters, boolean isSystem, List<ToolPart> parts) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CALL = "tool_call";
    private static final String RESULT = "tool_result";

    /**
     * A tool call or its result.
     *
     * @param key what the call and its results have in common: the id, or else the name of the tool
     * @param isCall false for a result
     */
    record ToolPart(String key, boolean isCall) {}

    /**
     * Reads what the selection needs to know of a stored message. An event with a number that is too long to read counts with all its
     * bytes, and as a message without parts.
     */
    public static ContextMessage of(StoredMessage message, Optional<SessionId> session) {
        try {
            return of(message, session, JSON.readTree(message.event()));
        } catch (StreamConstraintsException e) {
            return new ContextMessage(message, session, message.event().length, false, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContextMessage of(StoredMessage message, Optional<SessionId> session, JsonNode event) {
        String text = event.path("text").asText("");
        long characters = text.codePointCount(0, text.length());
        List<ToolPart> tools = new ArrayList<>();
        for (JsonNode part : event.path("parts")) {
            characters += part.toString().length();
            String type = part.path("type").asText();
            if (type.equals(CALL) || type.equals(RESULT)) {
                String key = part.hasNonNull("id")
                        ? "id " + part.path("id").asText()
                        : "name " + part.path("name").asText();
                tools.add(new ToolPart(key, type.equals(CALL)));
            }
        }
        boolean isSystem = event.path("sender").path("role").asText().equals("system");
        return new ContextMessage(message, session, characters, isSystem, List.copyOf(tools));
    }
}
