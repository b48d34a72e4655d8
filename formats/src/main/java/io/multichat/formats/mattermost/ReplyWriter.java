package io.multichat.formats.mattermost;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;

/**
 * Writes the replies of a thread into the array of its root.
 *
 * @param json inside the array
 */
record ReplyWriter(JsonGenerator json) implements SessionWriter {
    @Override
    public void session(ExportedSession session) {
        // All sessions of a thread are one list.
    }

    @Override
    public void message(ExportedMessage message) throws IOException {
        if (!message.shown().deleted()) {
            json.writePOJO(PostFields.of(message));
        }
    }

    @Override
    public void event(ExportedEvent event) throws IOException {
        if (PostFields.isPresence(event)) {
            json.writePOJO(PostFields.of(event));
        }
    }

    @Override
    public void complete(FileCounts counts) {
        // The root ends the array.
    }
}
