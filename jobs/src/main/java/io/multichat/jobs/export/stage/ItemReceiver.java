package io.multichat.jobs.export.stage;

import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import java.io.IOException;

/** Receives what an {@link ItemQuery} finds, in order. The folder is empty if one session was asked for. */
interface ItemReceiver {
    void message(String folder, ExportedMessage message) throws IOException;

    void event(String folder, ExportedEvent event) throws IOException;
}
