package io.multichat.formats.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.FileChannel;
import io.multichat.formats.found.Required;
import io.multichat.formats.json.JsonFields;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Turns the events of a file into events of ours. Threads are not conversations of their own, because an edit does not say in which
 * thread its message is.
 */
final class MatrixEvents {
    private final ChatFile file;
    private final FoundEvents events;
    private Optional<String> roomName = Optional.empty();

    MatrixEvents(ChatFile file, FoundEvents events) {
        this.file = file;
        this.events = events;
    }

    /** Remembers the name of the room, for events that do not have its id. */
    void room(String name) {
        roomName = Optional.of(name);
    }

    /** Passes on an event. */
    void read(EventPlace place, JsonNode event) {
        String type = Required.text(event, "type");
        String room = JsonFields.text(event, "room_id")
                .or(() -> events.options().channel())
                .or(() -> roomName)
                .orElseGet(() -> FileChannel.of(file, events));
        String user = Required.text(event, "sender");
        FoundMessage found = new FoundMessage(
                Conversation.of(MatrixFormat.NAME, room),
                Optional.of(Required.text(event, "event_id")),
                new Sender(user, Optional.empty(), Sender.Role.USER),
                JsonFields.number(event, "origin_server_ts")
                        .orElseThrow(() -> new RefusedException("no origin_server_ts")),
                Content.NONE);
        switch (type) {
            case "m.room.message", "m.sticker" -> message(place, found, event);
            case "m.reaction" -> reaction(place, found, event.path("content").path("m.relates_to"));
            case "m.room.redaction" -> redaction(place, found, event);
            case "m.room.member" -> member(place, found, event);
            case "m.room.encrypted" -> throw new RefusedException("the message is encrypted");
            default -> notice(place, found, event, type);
        }
    }

    private void message(EventPlace place, FoundMessage found, JsonNode event) {
        JsonNode content = event.path("content");
        JsonNode relation = content.path("m.relates_to");
        if (relation.path("rel_type").asText().equals("m.replace")) {
            Content edited = MatrixContent.of(content.path("m.new_content"), relation.path("missing"));
            about(place, EventType.MESSAGE_EDITED, found, Required.text(relation, "event_id"), edited);
            return;
        }
        events.message(place, with(found, found.sender(), MatrixContent.of(content, relation)));
        JsonNode redaction = event.path("unsigned").path("redacted_because");
        if (redaction.isObject()) {
            long at = JsonFields.number(redaction, "origin_server_ts").orElse(found.at());
            String id = JsonFields.text(redaction, "event_id").orElse(found.id().orElseThrow() + ":redaction");
            Sender by = JsonFields.text(redaction, "sender").map(Sender::user).orElse(found.sender());
            FoundMessage deletion = new FoundMessage(found.conversation(), Optional.of(id), by, at, Content.NONE);
            about(place, EventType.MESSAGE_DELETED, deletion, found.id().orElseThrow(), Content.NONE);
        }
    }

    private void reaction(EventPlace place, FoundMessage found, JsonNode relation) {
        Content emoji = Content.of(
                Optional.empty(),
                Optional.of(Required.text(relation, "key")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        about(place, EventType.REACTION_ADDED, found, Required.text(relation, "event_id"), emoji);
    }

    private void redaction(EventPlace place, FoundMessage found, JsonNode event) {
        String id = JsonFields.text(event, "redacts").orElseGet(() -> Required.text(event.path("content"), "redacts"));
        about(place, EventType.MESSAGE_DELETED, found, id, Content.NONE);
    }

    /** Somebody who changes a name or a picture was a member before. */
    private void member(EventPlace place, FoundMessage found, JsonNode event) {
        JsonNode content = event.path("content");
        String now = content.path("membership").asText();
        JsonNode previous = event.path("unsigned").has("prev_content")
                ? event.path("unsigned").path("prev_content")
                : event.path("prev_content");
        String before = previous.path("membership").asText();
        boolean joined = now.equals("join") && !before.equals("join");
        boolean left = (now.equals("leave") || now.equals("ban")) && before.equals("join");
        if (!joined && !left) {
            notice(place, found, event, "m.room.member: " + now);
            return;
        }
        String who = JsonFields.text(event, "state_key").orElse(found.sender().id());
        Sender member = new Sender(who, JsonFields.text(content, "displayname"), Sender.Role.USER);
        events.participant(
                place,
                joined ? EventType.PARTICIPANT_JOINED : EventType.PARTICIPANT_LEFT,
                with(found, member, Content.NONE));
    }

    private void notice(EventPlace place, FoundMessage found, JsonNode event, String text) {
        Sender system = new Sender(found.sender().id(), Optional.empty(), Sender.Role.SYSTEM);
        Content content = FoundMessage.text(text, JsonFields.rest(MatrixFormat.NAME, event.path("content"), Set.of()));
        events.message(place, with(found, system, content));
    }

    private void about(EventPlace place, EventType type, FoundMessage found, String messageId, Content content) {
        events.event(
                place,
                new ChatEvent(
                        type,
                        found.conversation(),
                        Optional.of(messageId),
                        Optional.of(found.sender()),
                        found.at(),
                        OptionalLong.empty(),
                        found.id(),
                        content));
    }

    private static FoundMessage with(FoundMessage found, Sender sender, Content content) {
        return new FoundMessage(found.conversation(), found.id(), sender, found.at(), content);
    }
}
