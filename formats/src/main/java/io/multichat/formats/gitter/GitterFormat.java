package io.multichat.formats.gitter;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.FileChannel;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.found.Required;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonFields;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/** The messages of one room of Gitter: an array, which does not name the room. */
public final class GitterFormat implements FileFormat {
    private static final String NAME = "gitter";
    private static final Set<String> READ = Set.of("id", "text", "html", "sent", "editedAt", "fromUser", "v", "unread");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.hasPaths("[].fromUser", "[].sent", "[].text");
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        Optional<Conversation> room = FileChannel.conversation(NAME, file, events);
        if (room.isPresent()) {
            new JsonDocument()
                    .on(
                            "[]",
                            JsonValues.each(
                                    events,
                                    "message",
                                    (place, each) ->
                                            read(events, place, room.get().channel(), each)))
                    .read(file.open());
        }
    }

    private static void read(FoundEvents events, EventPlace place, String room, JsonNode message) {
        String sent = Required.text(message, "sent");
        long at = millis(sent);
        // An id can occur twice; with the time it is unique, and an edit changes neither.
        Optional<String> id = JsonFields.text(message, "id").map(given -> given + "-" + at);
        JsonNode user = message.path("fromUser");
        Sender sender = new Sender(
                JsonFields.text(user, "id").orElseThrow(() -> new RefusedException("no fromUser.id")),
                JsonFields.text(user, "displayName").or(() -> JsonFields.text(user, "username")),
                Sender.Role.USER);
        Content content =
                FoundMessage.text(JsonFields.text(message, "text").orElse(""), JsonFields.rest(NAME, message, READ));
        String thread = JsonFields.text(message, "parentId").orElse("");
        Conversation conversation = Conversation.of(NAME, room, thread);
        FoundMessage known = events.message(place, new FoundMessage(conversation, id, sender, at, content));
        JsonFields.text(message, "editedAt").ifPresent(edited -> events.event(place, known.edited(millis(edited))));
    }

    private static long millis(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }
}
