package io.multichat.formats.jsonl;

import io.multichat.events.InvalidEventException;
import io.multichat.formats.ChatReader;
import io.multichat.formats.EventPlace;
import io.multichat.formats.EventReader;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileEvent;
import java.io.IOException;
import java.util.Optional;

/**
 * The events of one file, byte for byte. A created message that says when it was edited or deleted is followed by an event for that,
 * because a message that exists already does not change when it is created again.
 */
final class EventLines implements ChatReader {
    private final EventReader events;
    private final Optional<String> file;
    private final ShownVersion shown = new ShownVersion();

    /**
     * @param events closed with this reader
     * @param file the name of the file in places; empty when only one file is read
     */
    EventLines(EventReader events, Optional<String> file) {
        this.events = events;
        this.file = file;
    }

    @Override
    public void read(EventSink sink) throws IOException {
        for (Optional<FileEvent> event = events.next(); event.isPresent(); event = events.next()) {
            EventPlace found = event.get().place();
            EventPlace place = file.map(found::in).orElse(found);
            Optional<byte[]> value = event.get().value();
            sink.event(new FileEvent(place, value));
            value.flatMap(this::revision).ifPresent(next -> sink.event(new FileEvent(place, Optional.of(next))));
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }

    /** Whoever receives an invalid event says so. */
    private Optional<byte[]> revision(byte[] value) {
        try {
            return shown.of(value);
        } catch (InvalidEventException e) {
            return Optional.empty();
        }
    }
}
