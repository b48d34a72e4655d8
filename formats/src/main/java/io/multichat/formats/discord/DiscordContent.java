package io.multichat.formats.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import java.util.List;
import java.util.Optional;

/** The content of a message: its text, files as parts, everything else as attributes. */
final class DiscordContent {
    private static final List<String> EXTRAS =
            List.of("embeds", "stickers", "forwardedMessage", "interaction", "callEndedTimestamp");

    private DiscordContent() {}

    static Content of(JsonNode message) {
        String reference = message.path("reference").path("messageId").asText("");
        return Content.of(
                Optional.of(message.path("content").asText("")),
                Optional.empty(),
                Optional.of(reference).filter(id -> !id.isEmpty() && !id.equals("null")),
                parts(message.path("attachments")),
                attributes(message));
    }

    private static Optional<ArrayNode> parts(JsonNode attachments) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode attachment : attachments) {
            parts.addObject()
                    .put("type", "attachment")
                    .put("id", attachment.path("id").asText())
                    .put("name", attachment.path("fileName").asText())
                    .put("size", attachment.path("fileSizeBytes").asLong())
                    .put("url", attachment.path("url").asText());
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private static Optional<ObjectNode> attributes(JsonNode message) {
        ObjectNode extras = JsonNodeFactory.instance.objectNode();
        String type = message.path("type").asText("Default");
        if (!type.equals("Default")) {
            extras.put("type", type);
        }
        String username = message.path("author").path("name").asText("");
        String nickname = message.path("author").path("nickname").asText("");
        if (!nickname.isEmpty() && !nickname.equals(username)) {
            // The sender's name is the nickname.
            extras.put("username", username);
        }
        if (message.path("isPinned").asBoolean()) {
            extras.put("pinned", true);
        }
        for (String field : EXTRAS) {
            JsonNode value = message.path(field);
            if (message.hasNonNull(field) && !(value.isContainerNode() && value.isEmpty())) {
                extras.set(field, value);
            }
        }
        anonymousReactions(message.path("reactions"), extras);
        if (extras.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.set(DiscordFormat.PLATFORM, extras);
        return Optional.of(attributes);
    }

    /** Older files only count reactions. */
    private static void anonymousReactions(JsonNode reactions, ObjectNode extras) {
        for (JsonNode reaction : reactions) {
            if (reaction.path("users").isEmpty()) {
                extras.withObject("/reactions")
                        .put(
                                reaction.path("emoji").path("name").asText(),
                                reaction.path("count").asLong());
            }
        }
    }
}
