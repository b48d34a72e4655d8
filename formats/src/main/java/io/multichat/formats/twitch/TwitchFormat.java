package io.multichat.formats.twitch;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.json.JsonDocument;
import java.io.IOException;

/** Chat of a Twitch video: an object with {@code streamer}, {@code video} and {@code comments}, or only comments. */
public final class TwitchFormat implements FileFormat {
    static final String NAME = "twitch";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return isReplay(head)
                || head.hasPaths("commenter", "message", "content_offset_seconds")
                || head.hasPaths("[].commenter", "[].message", "[].content_offset_seconds");
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        TwitchComments comments = new TwitchComments(events);
        if (isReplay(FileHead.of(file.path(), file.head()))) {
            new JsonDocument()
                    .on("streamer", element -> element.value().ifPresent(comments::streamer))
                    .on("video", element -> element.value().ifPresent(comments::video))
                    .on("comments[]", JsonValues.each(events, "comment", comments::read))
                    .read(file.open());
        } else {
            JsonValues.readConversations(file, events, comments::read);
        }
    }

    private static boolean isReplay(FileHead head) {
        return head.hasPaths("comments[].commenter", "comments[].message") || head.hasPaths("streamer", "comments");
    }
}
