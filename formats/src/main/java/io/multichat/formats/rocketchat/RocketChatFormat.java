package io.multichat.formats.rocketchat;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.json.JsonDocument;
import java.io.IOException;

/** Messages of Rocket.Chat: an object with {@code messages}, an array, or lines of them. */
public final class RocketChatFormat implements FileFormat {
    static final String NAME = "rocketchat";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return isHistory(head)
                || head.hasPaths("_id", "rid", "ts", "u._id")
                || head.hasPaths("[]._id", "[].rid", "[].ts", "[].u._id");
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        RocketChatMessages messages = new RocketChatMessages(events);
        if (isHistory(FileHead.of(file.path(), file.head()))) {
            new JsonDocument()
                    .on("messages[]", JsonValues.each(events, "message", messages::read))
                    .read(file.open());
        } else {
            JsonValues.readConversations(file, events, messages::read);
        }
    }

    private static boolean isHistory(FileHead head) {
        return head.hasPaths("messages[]._id", "messages[].rid", "messages[].ts", "messages[].u._id");
    }
}
