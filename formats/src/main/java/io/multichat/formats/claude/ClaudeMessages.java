package io.multichat.formats.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.TurnSender;
import io.multichat.formats.found.TypedContent;
import io.multichat.formats.json.JsonFields;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the messages of one conversation into events: all of its branches. */
final class ClaudeMessages {
    private static final Set<String> READ = Set.of(
            "uuid",
            "sender",
            "created_at",
            "text",
            "content",
            "attachments",
            "files",
            "files_v2",
            "parent_message_uuid");

    private final FoundEvents events;
    private final Conversation conversation;
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> shown = new HashSet<>();

    ClaudeMessages(FoundEvents events, Conversation conversation, JsonNode fields) {
        this.events = events;
        this.conversation = conversation;
        for (JsonNode message : fields.path("chat_messages")) {
            parents.put(
                    message.path("uuid").asText(),
                    message.path("parent_message_uuid").asText());
        }
        String id = fields.path("current_leaf_message_uuid").asText();
        while (parents.containsKey(id) && shown.add(id)) {
            id = parents.get(id);
        }
    }

    /** Passes on a message. */
    void read(EventPlace place, JsonNode message) {
        String id = JsonFields.text(message, "uuid").orElseThrow(() -> new RefusedException("no uuid of a message"));
        String role = JsonFields.text(message, "sender")
                .orElseThrow(() -> new RefusedException("no sender of message " + id));
        String at = JsonFields.text(message, "created_at")
                .orElseThrow(() -> new RefusedException("no created_at of message " + id));
        // A message without a known parent is the first one; its parent is a constant.
        Optional<String> replyTo = Optional.of(parents.get(id)).filter(parents::containsKey);
        events.message(
                place,
                new FoundMessage(
                        conversation,
                        Optional.of(id),
                        TurnSender.of(role, Optional.empty()),
                        OffsetDateTime.parse(at).toInstant().toEpochMilli(),
                        said(message).content(replyTo, attributes(id, message))));
    }

    /** The text is in the list of content, in old or damaged exports only in the field {@code text}. */
    private static TypedContent said(JsonNode message) {
        JsonNode content = message.path("content");
        TypedContent said = new TypedContent(content.isArray() ? content : message.path("text"));
        if (said.text().isEmpty()) {
            JsonFields.text(message, "text").ifPresent(said::addText);
        }
        for (String field : List.of("attachments", "files")) {
            message.path(field).forEach(file -> said.add("attachment", file));
        }
        return said;
    }

    private Optional<ObjectNode> attributes(String id, JsonNode message) {
        Optional<ObjectNode> attributes = JsonFields.rest(ClaudeFormat.NAME, message, READ);
        if (shown.isEmpty() || shown.contains(id)) {
            return attributes;
        }
        ObjectNode hidden = attributes.orElseGet(JsonNodeFactory.instance::objectNode);
        hidden.withObjectProperty(ClaudeFormat.NAME).put("shown", false);
        return Optional.of(hidden);
    }
}
