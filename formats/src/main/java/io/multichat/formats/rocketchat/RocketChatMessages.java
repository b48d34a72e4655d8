package io.multichat.formats.rocketchat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.Required;
import io.multichat.formats.found.TypedContent;
import io.multichat.formats.json.JsonFields;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns messages into events. A room is a channel; its replies in a thread are a conversation of their own. */
final class RocketChatMessages {
    private static final Set<String> READ = Set.of(
            "_id",
            "rid",
            "msg",
            "ts",
            "u",
            "tmid",
            "_updatedAt",
            "editedAt",
            "reactions",
            "attachments",
            "file",
            "files");

    /** Types of messages that a user wrote or that say what a user did: removed, encrypted, joined and left. */
    private static final Set<String> NO_NOTICES = Set.of("rm", "e2e", "uj", "ujt", "ul", "ult");

    /** The invisible link by which a message quotes another one. */
    private static final Pattern QUOTE = Pattern.compile("\\[ ?]\\(\\S*[?&]msg=(?<id>[A-Za-z0-9]+)\\S*\\)\\s*");

    private final FoundEvents events;

    RocketChatMessages(FoundEvents events) {
        this.events = events;
    }

    /** Passes on a message. Hidden ones are earlier texts of edited messages; when these texts were written is not known. */
    void read(EventPlace place, JsonNode message) {
        if (message.path("_hidden").asBoolean()) {
            events.assumed("Earlier texts of edited messages, which have no time of their own, are not read.");
            return;
        }
        String room = Required.text(message, "rid");
        Optional<String> thread = JsonFields.text(message, "tmid");
        Conversation conversation =
                Conversation.of(RocketChatFormat.NAME, events.options().inWorkspace(room), thread.orElse(""));
        String type = JsonFields.text(message, "t").orElse("");
        long at = time(message, "ts").orElseThrow(() -> new RefusedException("no ts"));
        switch (type) {
            case "uj", "au", "ujt", "ault" -> presence(place, EventType.PARTICIPANT_JOINED, conversation, message);
            case "ul", "ru", "ult" -> presence(place, EventType.PARTICIPANT_LEFT, conversation, message);
            default -> pass(place, conversation, message, at);
        }
    }

    /** Who was added or removed by someone is named by the text. */
    private void presence(EventPlace place, EventType type, Conversation conversation, JsonNode message) {
        boolean byOther = Set.of("au", "ru", "ault").contains(message.path("t").asText());
        Sender sender = byOther
                ? JsonFields.text(message, "msg").map(FoundMessage::named).orElseGet(() -> sender(message))
                : sender(message);
        events.participant(
                place,
                type,
                new FoundMessage(
                        conversation,
                        JsonFields.text(message, "_id"),
                        sender,
                        time(message, "ts").orElseThrow(),
                        content(message, "")));
    }

    private void pass(EventPlace place, Conversation conversation, JsonNode message, long at) {
        Sender sender = sender(message);
        Content content = content(message, JsonFields.text(message, "msg").orElse(""));
        FoundMessage known = events.message(
                place, new FoundMessage(conversation, JsonFields.text(message, "_id"), sender, at, content));
        OptionalLong edited = time(message, "editedAt");
        if (message.path("t").asText().equals("rm")) {
            events.event(place, known.deleted(edited.orElse(at)));
        } else {
            edited.ifPresent(when -> events.event(place, known.edited(when)));
        }
        for (Map.Entry<String, JsonNode> reaction : message.path("reactions").properties()) {
            events.assumed("Reactions without a time are given the time of their message.");
            reaction.getValue()
                    .path("usernames")
                    .forEach(user ->
                            events.event(place, known.reaction(FoundMessage.named(user.asText()), reaction.getKey())));
        }
    }

    private static Content content(JsonNode message, String text) {
        Matcher quote = QUOTE.matcher(text);
        boolean quotes = quote.lookingAt();
        TypedContent said = new TypedContent(message.path("attachments"));
        if (message.path("file").isObject()) {
            said.add("attachment", message.path("file"));
        }
        said.addText(quotes ? text.substring(quote.end()) : text);
        Optional<String> replyTo = quotes ? Optional.of(quote.group("id")) : JsonFields.text(message, "tmid");
        return said.content(replyTo, JsonFields.rest(RocketChatFormat.NAME, message, READ));
    }

    /** The id is the name of the account, because only that is known of those who react. */
    private static Sender sender(JsonNode message) {
        String id =
                JsonFields.text(message.path("u"), "username").orElseThrow(() -> new RefusedException("no u.username"));
        Sender.Role written =
                message.path("bot").isMissingNode() || message.path("bot").isNull()
                        ? Sender.Role.USER
                        : Sender.Role.BOT;
        String type = message.path("t").asText();
        boolean notice = !type.isEmpty() && !NO_NOTICES.contains(type);
        return new Sender(id, JsonFields.text(message.path("u"), "name"), notice ? Sender.Role.SYSTEM : written);
    }

    /** A time as text or, in exports of the database, as {@code {"$date": …}}. */
    private static OptionalLong time(JsonNode message, String field) {
        JsonNode holder = message.path(field).isObject() ? message.path(field) : message;
        String name = holder == message ? field : "$date";
        if (holder.path(name).isNumber()) {
            return JsonFields.number(holder, name);
        }
        return JsonFields.text(holder, name)
                .map(text ->
                        OptionalLong.of(OffsetDateTime.parse(text).toInstant().toEpochMilli()))
                .orElse(OptionalLong.empty());
    }
}
