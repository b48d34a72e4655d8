package io.multichat.formats.msteams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.TypedContent;
import io.multichat.formats.json.JsonFields;
import io.multichat.formats.text.HtmlText;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Turns messages into events. Exports write the names of fields with a capital letter, Graph does not. */
final class TeamsMessages {
    private static final Set<String> READ = Set.of(
            "id",
            "body",
            "createdDateTime",
            "lastModifiedDateTime",
            "lastEditedDateTime",
            "deletedDateTime",
            "from",
            "attachments",
            "reactions",
            "replyToId",
            "chatId",
            "channelIdentity",
            "locale");

    private final FoundEvents events;

    TeamsMessages(FoundEvents events) {
        this.events = events;
    }

    /** Passes on a message. */
    void read(EventPlace place, JsonNode element) {
        JsonNode message = uncapitalized(element);
        Sender sender = sender(message);
        long at = time(message, "createdDateTime").orElseThrow(() -> new RefusedException("no createdDateTime"));
        Content content = content(message);
        Conversation conversation = conversation(message);
        FoundMessage known = events.message(
                place, new FoundMessage(conversation, JsonFields.text(message, "id"), sender, at, content));
        time(message, "lastEditedDateTime").ifPresent(edited -> events.event(place, known.edited(edited)));
        time(message, "deletedDateTime").ifPresent(deleted -> events.event(place, known.deleted(deleted)));
        for (JsonNode reaction : message.path("reactions")) {
            events.at(
                    place,
                    () -> events.event(
                            place,
                            known.withTime(time(reaction, "createdDateTime").orElse(at))
                                    .reaction(
                                            person(reaction.path("user"), Sender.Role.USER)
                                                    .orElseThrow(
                                                            () -> new RefusedException("a reaction without a user")),
                                            JsonFields.text(reaction, "reactionType")
                                                    .orElseThrow(() -> new RefusedException(
                                                            "a reaction without a reactionType")))));
        }
    }

    private Conversation conversation(JsonNode message) {
        Optional<String> chat = JsonFields.text(message, "chatId")
                .or(() -> JsonFields.text(message.path("channelIdentity"), "channelId"))
                .or(() -> events.options().channel());
        return Conversation.of(
                TeamsFormat.NAME,
                chat.orElseThrow(() -> new RefusedException("neither chatId nor channelId; give one with --channel")),
                JsonFields.text(message, "replyToId").orElse(""));
    }

    private static Content content(JsonNode message) {
        String body = JsonFields.text(message.path("body"), "content").orElse("");
        boolean html =
                JsonFields.text(message.path("body"), "contentType").orElse("").equalsIgnoreCase("html");
        TypedContent said = new TypedContent(JsonNodeFactory.instance.nullNode());
        said.addText(html ? HtmlText.of(body) : body);
        message.path("attachments").forEach(attachment -> said.add("attachment", attachment));
        return said.content(JsonFields.text(message, "replyToId"), JsonFields.rest(TeamsFormat.NAME, message, READ));
    }

    private static Sender sender(JsonNode message) {
        boolean written = message.path("messageType").asText().equals("message");
        return person(message.path("from"), written ? Sender.Role.USER : Sender.Role.SYSTEM)
                .orElseGet(FoundMessage::system);
    }

    private static Optional<Sender> person(JsonNode identity, Sender.Role role) {
        JsonNode application = identity.path("application");
        boolean bot = application.isObject();
        JsonNode who = bot ? application : identity.path("user");
        return JsonFields.text(who, "id")
                .map(id -> new Sender(
                        id,
                        JsonFields.text(who, "displayName"),
                        bot && role == Sender.Role.USER ? Sender.Role.BOT : role));
    }

    private static OptionalLong time(JsonNode object, String field) {
        return JsonFields.text(object, field)
                .map(text ->
                        OptionalLong.of(OffsetDateTime.parse(text).toInstant().toEpochMilli()))
                .orElse(OptionalLong.empty());
    }

    /** The value with all fields named as Graph names them, and without nulls. */
    private static JsonNode uncapitalized(JsonNode value) {
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(uncapitalized(element)));
            return array;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = field.getKey();
            if (!field.getValue().isNull() && !name.isEmpty()) {
                String plain = Character.toLowerCase(name.charAt(0)) + name.substring(1);
                object.set(plain, uncapitalized(field.getValue()));
            }
        }
        return object;
    }
}
