package io.multichat.formats.claude;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.found.Required;
import java.io.IOException;

/** The conversations of a data export of Claude. One conversation at a time is in memory. */
public final class ClaudeFormat implements FileFormat {
    static final String NAME = "claude";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.hasPaths("[].uuid", "[].chat_messages") || head.hasPaths("uuid", "chat_messages");
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        JsonValues.readConversations(file, events, (place, conversation) -> read(events, place, conversation));
    }

    private static void read(FoundEvents events, EventPlace place, JsonNode conversation) {
        String id = Required.text(conversation, "uuid");
        JsonNode messages = conversation.path("chat_messages");
        if (!messages.isArray()) {
            throw new RefusedException("no chat_messages");
        }
        ClaudeMessages reader = new ClaudeMessages(events, Conversation.of(NAME, id), conversation);
        for (JsonNode message : messages) {
            events.at(place, () -> reader.read(place, message));
        }
    }
}
