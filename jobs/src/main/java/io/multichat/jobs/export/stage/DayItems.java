package io.multichat.jobs.export.stage;

import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import java.io.IOException;

/** Passes the items of channels to a file for each channel and day. */
record DayItems(FileSequence files) implements ItemReceiver {
    @Override
    public void message(String folder, ExportedMessage message) throws IOException {
        if (files.moveTo(folder, message.position().sentAt())) {
            files.writer().message(message);
        }
    }

    @Override
    public void event(String folder, ExportedEvent event) throws IOException {
        if (files.moveTo(folder, event.at())) {
            files.writer().event(event);
        }
    }
}
