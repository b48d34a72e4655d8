package io.multichat.formats.msteams;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.json.JsonDocument;
import java.io.IOException;

/** Messages of Microsoft Teams: an array of an export, or an answer of Graph with {@code value}. */
public final class TeamsFormat implements FileFormat {
    static final String NAME = "msteams";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.hasPaths("[].Body.Content", "[].CreatedDateTime", "[].MessageType")
                || head.hasPaths("[].body.content", "[].createdDateTime", "[].messageType")
                || head.hasPaths("value[].body.content", "value[].createdDateTime", "value[].messageType");
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        TeamsMessages messages = new TeamsMessages(events);
        new JsonDocument()
                .on("[]", JsonValues.each(events, "message", messages::read))
                .on("value[]", JsonValues.each(events, "message", messages::read))
                .read(file.open());
    }
}
