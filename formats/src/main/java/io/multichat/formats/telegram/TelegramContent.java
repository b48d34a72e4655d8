package io.multichat.formats.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The content of a message: its text, files as parts, everything else as attributes. */
final class TelegramContent {
    /** Fields that other parts of the event contain. */
    private static final Set<String> ELSEWHERE = Set.of(
            "id",
            "type",
            "date",
            "date_unixtime",
            "edited",
            "edited_unixtime",
            "from",
            "from_id",
            "actor",
            "actor_id",
            "text",
            "reactions");

    /** The names of fields that hold the path of a file. */
    private static final List<String> FILES = List.of("photo", "file");

    private TelegramContent() {}

    static Content of(JsonNode message) {
        String text = text(message.path("text"));
        String action = message.path("action").asText("").replace('_', ' ');
        boolean elsewhere = message.hasNonNull("reply_to_peer_id");
        return Content.of(
                Optional.of(text.isEmpty() ? action : text),
                Optional.empty(),
                Optional.of(message.path("reply_to_message_id").asText("")).filter(id -> !id.isEmpty() && !elsewhere),
                parts(message),
                attributes(message));
    }

    /** A text, or a list of texts and of objects with a text. */
    private static String text(JsonNode text) {
        if (!text.isArray()) {
            return text.asText("");
        }
        StringBuilder all = new StringBuilder();
        for (JsonNode part : text) {
            all.append(part.isTextual() ? part.asText() : part.path("text").asText(""));
        }
        return all.toString();
    }

    private static Optional<ArrayNode> parts(JsonNode message) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (String field : FILES) {
            if (message.hasNonNull(field)) {
                String file = message.path(field).asText("");
                ObjectNode part = parts.addObject().put("type", "attachment");
                if (message.hasNonNull("file_name")) {
                    part.put("name", message.path("file_name").asText());
                } else if (!file.startsWith("(")) {
                    // Otherwise a sentence says that the file is not included.
                    part.put("name", file);
                }
                part.put("mediaType", message.path("mime_type").asText(field.equals("photo") ? "image/jpeg" : ""));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private static Optional<ObjectNode> attributes(JsonNode message) {
        ObjectNode extras = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : message.properties()) {
            JsonNode value = field.getValue();
            boolean empty = value.isNull() || (value.isContainerNode() && value.isEmpty());
            if (!empty && !ELSEWHERE.contains(field.getKey()) && !isPlain(field)) {
                extras.set(field.getKey(), value);
            }
        }
        if (extras.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.set(TelegramFormat.PLATFORM, extras);
        return Optional.of(attributes);
    }

    /** Entities that only repeat the text. */
    private static boolean isPlain(Map.Entry<String, JsonNode> field) {
        return field.getKey().equals("text_entities")
                && field.getValue().size() == 1
                && field.getValue().path(0).path("type").asText("").equals("plain");
    }
}
