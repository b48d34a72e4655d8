package io.multichat.formats.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.json.StrictJson;
import io.multichat.events.text.Rfc3339;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The fields of a message as it is shown, for formats that write them one by one.
 *
 * @param conversation its conversation
 * @param id its id
 * @param sender who sent it
 * @param at when, in UTC milliseconds
 * @param text its text; empty if it has none or was deleted
 * @param replyTo the id of the message that it replies to
 * @param editedAt when it was edited last
 * @param deletedAt when it was deleted; empty if it was not
 * @param parts its typed parts, an array or missing
 * @param attributes its attributes, an object or missing
 */
public record MessageView(
        Conversation conversation,
        String id,
        Sender sender,
        long at,
        String text,
        Optional<String> replyTo,
        OptionalLong editedAt,
        OptionalLong deletedAt,
        JsonNode parts,
        JsonNode attributes) {

    /** The fields of a message. */
    public static MessageView of(ExportedMessage message) {
        JsonNode event = StrictJson.tree(message.shown().event(), 0);
        JsonNode sender = event.path("sender");
        return new MessageView(
                Conversation.of(
                        event.path("platform").asText(),
                        event.path("channel").asText(),
                        text(event, "thread").orElse(null)),
                message.position().messageId(),
                new Sender(
                        sender.path("id").asText(),
                        text(sender, "name"),
                        text(sender, "role").map(Sender.Role::ofWireName).orElse(Sender.Role.USER)),
                message.position().sentAt(),
                text(event, "text").orElse(""),
                text(event, "replyTo"),
                time(event, "editedAt"),
                time(event, "deletedAt"),
                event.path("parts"),
                event.path("attributes"));
    }

    /** The name of the sender, or the id if there is no name. */
    public String author() {
        return sender.name().filter(name -> !name.isBlank()).orElse(sender.id());
    }

    /** True when the message was deleted. */
    public boolean isDeleted() {
        return deletedAt.isPresent();
    }

    /** True when the content and the sender of the message were erased. */
    public boolean isErased() {
        return text.isEmpty() && ErasedEvent.isMessage(sender.id(), attributes);
    }

    /** An attribute that the import of a format left: {@code attributes.slack.subtype}. Missing if there is none. */
    public JsonNode attribute(String format, String name) {
        return attributes.path(format).path(name);
    }

    private static Optional<String> text(JsonNode object, String field) {
        return Optional.of(object.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static OptionalLong time(JsonNode event, String field) {
        Optional<String> time = text(event, field);
        return time.isPresent() ? OptionalLong.of(Rfc3339.parse(time.get())) : OptionalLong.empty();
    }
}
