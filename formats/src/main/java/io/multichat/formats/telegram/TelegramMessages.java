package io.multichat.formats.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import java.util.Optional;

/** Turns Telegram's messages into events. */
final class TelegramMessages {
    private final FoundEvents events;
    private final TelegramTime times;

    TelegramMessages(FoundEvents events) {
        this.events = events;
        this.times = new TelegramTime(events);
    }

    void read(EventPlace place, Conversation conversation, JsonNode message) {
        boolean service = message.path("type").asText("").equals("service");
        EventType type = service ? ofService(message) : EventType.MESSAGE_CREATED;
        boolean system = service && type == EventType.MESSAGE_CREATED;
        Sender sender = service
                ? sender(message, "actor", system ? Sender.Role.SYSTEM : Sender.Role.USER)
                : sender(message, "from", Sender.Role.USER);
        FoundMessage found = new FoundMessage(
                conversation,
                text(message, "id"),
                sender,
                times.millis(message, "date").orElseThrow(() -> new RefusedException("no date")),
                TelegramContent.of(message));
        events.participant(place, type, found);
        if (!service && found.id().isPresent()) {
            // Old versions write the beginning of 1970 for messages that were never edited.
            times.millis(message, "edited")
                    .filter(at -> at >= found.at())
                    .ifPresent(at -> events.event(place, found.edited(at)));
            message.path("reactions").forEach(reaction -> reactions(place, found, reaction));
        }
    }

    /** Only some reactions have names; their time is that of the message, because theirs has no zone. */
    private void reactions(EventPlace place, FoundMessage to, JsonNode reaction) {
        String emoji = text(reaction, "emoji")
                .or(() -> text(reaction, "document_id"))
                .or(() -> text(reaction, "type"))
                .orElse("");
        for (JsonNode recent : reaction.path("recent")) {
            events.event(place, to.reaction(sender(recent, "from", Sender.Role.USER), emoji));
        }
    }

    private static EventType ofService(JsonNode message) {
        return switch (message.path("action").asText("")) {
            case "join_group_by_link", "join_group_by_request" -> EventType.PARTICIPANT_JOINED;
            case "remove_members" -> removesItself(message) ? EventType.PARTICIPANT_LEFT : EventType.MESSAGE_CREATED;
            default -> EventType.MESSAGE_CREATED;
        };
    }

    private static boolean removesItself(JsonNode message) {
        JsonNode members = message.path("members");
        return members.size() == 1 && members.path(0).equals(message.path("actor"));
    }

    /** The id is missing in old files, and the name of a deleted account is null. */
    private static Sender sender(JsonNode message, String field, Sender.Role role) {
        Optional<String> name = text(message, field);
        String id = text(message, field + "_id")
                .or(() -> name)
                .orElseThrow(() -> new RefusedException("neither " + field + " nor " + field + "_id"));
        return new Sender(id, name, role);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asText)
                .filter(value -> !value.isEmpty());
    }
}
