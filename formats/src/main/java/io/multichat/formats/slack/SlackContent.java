package io.multichat.formats.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import java.util.List;
import java.util.Optional;

/** The content of a message: its text as Slack wrote it, files as parts, everything else as attributes. */
final class SlackContent {
    private static final List<String> EXTRAS = List.of(
            "subtype",
            "client_msg_id",
            "bot_id",
            "username",
            "icons",
            "blocks",
            "attachments",
            "files",
            "edited",
            "inviter",
            "topic",
            "purpose",
            "name",
            "old_name",
            "comment");

    private SlackContent() {}

    /** @param id the id of the message */
    static Content of(JsonNode message, String id) {
        String text = message.path("text").asText("");
        String thread = message.path("thread_ts").asText("");
        return Content.of(
                Optional.of(text.isEmpty() ? BlockText.of(message.path("blocks")) : text),
                Optional.empty(),
                Optional.of(thread).filter(root -> !root.isEmpty() && !root.equals(id)),
                parts(message.path("files")),
                attributes(message));
    }

    /** The fields of a message that are kept as attributes, and nothing else of the object. */
    static ObjectNode extras(JsonNode message) {
        ObjectNode extras = JsonNodeFactory.instance.objectNode();
        EXTRAS.forEach(field -> copy(message, field, extras, field));
        return extras;
    }

    private static Optional<ArrayNode> parts(JsonNode files) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode file : files) {
            ObjectNode part = parts.addObject().put("type", "attachment");
            copy(file, "id", part, "id");
            copy(file, "name", part, "name");
            copy(file, "mimetype", part, "mediaType");
            copy(file, "size", part, "size");
            copy(file, "url_private", part, "url");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private static Optional<ObjectNode> attributes(JsonNode message) {
        ObjectNode extras = extras(message);
        if (extras.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.set("slack", extras);
        return Optional.of(attributes);
    }

    /** Copies what says something: no null, no empty text, list or object. */
    private static void copy(JsonNode from, String field, ObjectNode to, String name) {
        JsonNode value = from.path(field);
        boolean empty = value.isMissingNode() || value.isNull() || (value.isContainerNode() && value.isEmpty());
        if (!empty && !(value.isTextual() && value.asText().isEmpty())) {
            to.set(name, value);
        }
    }
}
