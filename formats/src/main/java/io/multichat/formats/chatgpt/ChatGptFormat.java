package io.multichat.formats.chatgpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.json.JsonFields;
import java.io.IOException;

/** The conversations of a data export of ChatGPT. One conversation at a time is in memory. */
public final class ChatGptFormat implements FileFormat {
    static final String NAME = "chatgpt";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.hasPaths("[].title", "[].create_time", "[].mapping")
                || head.hasPaths("title", "create_time", "mapping");
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        JsonValues.readConversations(file, events, (place, conversation) -> read(events, place, conversation));
    }

    private static void read(FoundEvents events, EventPlace place, JsonNode conversation) {
        if (!conversation.path("mapping").isObject()) {
            throw new RefusedException("no mapping");
        }
        String id = JsonFields.text(conversation, "conversation_id")
                .or(() -> JsonFields.text(conversation, "id"))
                .or(() -> events.options().channel())
                .orElseThrow(() -> new RefusedException("no conversation_id; give one with --channel"));
        new ChatGptConversation(events, place, Conversation.of(NAME, id)).read(conversation);
    }
}
