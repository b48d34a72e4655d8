package io.multichat.formats.chatgpt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import io.multichat.events.Sender;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.TurnSender;
import io.multichat.formats.found.TypedContent;
import io.multichat.formats.json.JsonFields;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One turn.
 *
 * @param id its id
 * @param message its fields
 */
record ChatGptTurn(String id, JsonNode message) {
    private static final Set<String> READ = Set.of("id", "author", "create_time", "content");
    private static final Set<String> VISIBLE = Set.of("text", "multimodal_text");

    static ChatGptTurn of(String nodeId, JsonNode message) {
        return new ChatGptTurn(JsonFields.text(message, "id").orElse(nodeId), message);
    }

    /** The time in UTC milliseconds. Turns that the program adds itself often have none. */
    OptionalLong at() {
        return JsonFields.seconds(message, "create_time");
    }

    /** The sender. What a user did not see, such as a search or its result, has the role {@code system} or {@code tool}. */
    Sender sender() {
        String role = JsonFields.text(message.path("author"), "role")
                .orElseThrow(() -> new RefusedException("no role of the author"));
        Sender sender = TurnSender.of(role, JsonFields.text(message.path("author"), "name"));
        return isVisible() || sender.role() == Sender.Role.TOOL
                ? sender
                : new Sender(sender.id(), sender.name(), Sender.Role.SYSTEM);
    }

    /**
     * The text and everything else.
     *
     * @param shown false on a branch that was left
     */
    Content content(Optional<String> replyTo, boolean shown) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        JsonFields.rest(ChatGptFormat.NAME, message, READ).ifPresent(rest -> attributes.setAll(rest));
        ObjectNode own = attributes.withObjectProperty(ChatGptFormat.NAME);
        String type = type();
        if (!VISIBLE.contains(type)) {
            own.put("content_type", type);
        }
        if (!shown) {
            own.put("shown", false);
        }
        return said().content(replyTo, Optional.of(attributes).filter(all -> !own.isEmpty()));
    }

    private boolean isVisible() {
        boolean hidden = message.path("metadata")
                .path("is_visually_hidden_from_conversation")
                .asBoolean();
        boolean toAll = JsonFields.text(message, "recipient").orElse("all").equals("all");
        return !hidden && toAll && VISIBLE.contains(type()) && !said().isEmpty();
    }

    private TypedContent said() {
        JsonNode content = message.path("content");
        if (content.has("parts")) {
            return new TypedContent(content.path("parts"));
        }
        if (content.has("text") || content.has("result") || VISIBLE.contains(type())) {
            return new TypedContent(content.has("text") ? content.path("text") : content.path("result"));
        }
        // Thoughts, and what the user set about himself, have fields of their own.
        TypedContent other = new TypedContent(content.path("parts"));
        other.add(type(), content);
        return other;
    }

    private String type() {
        return JsonFields.text(message.path("content"), "content_type").orElse("text");
    }
}
