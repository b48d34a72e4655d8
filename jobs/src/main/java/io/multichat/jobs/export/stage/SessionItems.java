package io.multichat.jobs.export.stage;

import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;

/** Passes the items of a session to a writer. */
record SessionItems(SessionWriter writer) implements ItemReceiver {
    @Override
    public void message(String folder, ExportedMessage message) throws IOException {
        writer.message(message);
    }

    @Override
    public void event(String folder, ExportedEvent event) throws IOException {
        writer.event(event);
    }
}
