package io.multichat.formats.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns Discord's messages into events. */
final class DiscordMessages {
    /** The numbers are commands of bots, which DiscordChatExporter has no names for. */
    static final Set<String> MESSAGES = Set.of("Default", "Reply", "20", "23");

    static final String JOIN = "GuildMemberJoin";

    /** Also when somebody removes somebody else from a group, who is then mentioned. */
    static final String LEAVE = "RecipientRemove";

    private final FoundEvents events;
    private final ExportDate dates;

    DiscordMessages(FoundEvents events) {
        this.events = events;
        this.dates = new ExportDate(events);
    }

    void read(EventPlace place, Conversation conversation, JsonNode message) {
        String type = message.path("type").asText("Default");
        String id = required(message, "id");
        Sender author = sender(message.path("author"));
        EventType kind = kind(type, message, author);
        Sender by = MESSAGES.contains(type) || kind != EventType.MESSAGE_CREATED
                ? author
                : new Sender(author.id(), author.name(), Sender.Role.SYSTEM);
        FoundMessage found = new FoundMessage(
                conversation,
                Optional.of(id),
                by,
                dates.millis(required(message, "timestamp")),
                DiscordContent.of(message));
        events.participant(place, kind, found);
        if (message.hasNonNull("timestampEdited") && kind == EventType.MESSAGE_CREATED) {
            events.event(
                    place,
                    found.edited(dates.millis(message.path("timestampEdited").asText())));
        }
        message.path("reactions").forEach(reaction -> reactions(place, found, reaction));
    }

    private static EventType kind(String type, JsonNode message, Sender author) {
        if (type.equals(JOIN)) {
            return EventType.PARTICIPANT_JOINED;
        }
        String removed = message.path("mentions").path(0).path("id").asText(author.id());
        boolean left = type.equals(LEAVE) && removed.equals(author.id());
        return left ? EventType.PARTICIPANT_LEFT : EventType.MESSAGE_CREATED;
    }

    /** Discord does not say when somebody reacted; the time is that of the message. */
    private void reactions(EventPlace place, FoundMessage to, JsonNode reaction) {
        String emoji = reaction.path("emoji").path("name").asText("");
        for (JsonNode user : reaction.path("users")) {
            events.event(place, to.reaction(sender(user), emoji));
        }
    }

    private static Sender sender(JsonNode user) {
        Optional<String> name = Stream.of("nickname", "name")
                .map(field -> user.path(field).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst();
        return new Sender(
                required(user, "id"), name, user.path("isBot").asBoolean() ? Sender.Role.BOT : Sender.Role.USER);
    }

    private static String required(JsonNode node, String field) {
        String text = node.path(field).asText("");
        if (text.isEmpty() || node.path(field).isNull()) {
            throw new RefusedException("no " + field);
        }
        return text;
    }
}
