package io.multichat.formats.jsonl;

import io.multichat.formats.ChatReader;
import io.multichat.formats.EventPlace;
import io.multichat.formats.EventReader;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileEvent;
import java.io.IOException;
import java.util.Optional;

/**
 * The events of one file, byte for byte.
 *
 * @param events closed with this reader
 * @param file the name of the file in places; empty when only one file is read
 */
record EventLines(EventReader events, Optional<String> file) implements ChatReader {
    @Override
    public void read(EventSink sink) throws IOException {
        for (Optional<FileEvent> event = events.next(); event.isPresent(); event = events.next()) {
            EventPlace place = event.get().place();
            sink.event(
                    new FileEvent(file.map(place::in).orElse(place), event.get().value()));
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
