package io.multichat.formats.jsonl;

import io.multichat.formats.ChatReader;
import io.multichat.formats.EventReader;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileEvent;
import java.io.IOException;
import java.util.Optional;

/**
 * The events of a single file, byte for byte.
 *
 * @param events closed with this reader
 */
record EventLines(EventReader events) implements ChatReader {
    @Override
    public void read(EventSink sink) throws IOException {
        for (Optional<FileEvent> event = events.next(); event.isPresent(); event = events.next()) {
            sink.event(event.get());
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
