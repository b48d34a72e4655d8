package io.multichat.formats.zulip;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.json.JsonDocument;
import java.io.IOException;

/**
 * The files of an export.
 *
 * @param names what {@code realm.json} says
 */
record ZulipFiles(ZulipNames names) implements FileFormat {
    static boolean hasMessages(FileHead head) {
        return head.hasPaths("zerver_message");
    }

    @Override
    public String name() {
        return ZulipFormat.NAME;
    }

    /** Also true for the file of names, which was read before. */
    @Override
    public boolean recognizes(FileHead head) {
        return hasMessages(head) || head.path().endsWith("/" + ZulipNames.FILE);
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        if (file.name().equals(ZulipNames.FILE)) {
            // To report damage; the names were read before.
            new JsonDocument().on("zerver_stream", element -> {}).read(file.open());
            return;
        }
        ZulipMessages messages = new ZulipMessages(names, events);
        new JsonDocument()
                .on("zerver_message[]", JsonValues.each(events, "message", messages::read))
                .read(file.open());
    }
}
