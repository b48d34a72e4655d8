package io.multichat.formats.matrix;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.json.JsonDocument;
import java.io.IOException;

/** Events of rooms of Matrix: an object with {@code messages} (Element) or {@code chunk} (a server), an array, or lines. */
public final class MatrixFormat implements FileFormat {
    static final String NAME = "matrix";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return isObject(head) || isEvent(head, "") || isEvent(head, "[].");
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        MatrixEvents reader = new MatrixEvents(file, events);
        if (isObject(FileHead.of(file.path(), file.head()))) {
            new JsonDocument()
                    .on("room_name", element -> element.text().ifPresent(reader::room))
                    .on("messages[]", JsonValues.each(events, "event", reader::read))
                    .on("chunk[]", JsonValues.each(events, "event", reader::read))
                    .read(file.open());
        } else {
            JsonValues.readConversations(file, events, reader::read);
        }
    }

    private static boolean isObject(FileHead head) {
        return isEvent(head, "messages[].") || isEvent(head, "chunk[].");
    }

    private static boolean isEvent(FileHead head, String prefix) {
        return head.hasPaths(prefix + "event_id", prefix + "origin_server_ts", prefix + "sender", prefix + "type");
    }
}
