package io.multichat.jobs.imports.read;

import io.multichat.formats.EventPlace;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileEvent;
import io.multichat.formats.Refusal;

/**
 * Adds the name of the file to places without one.
 *
 * @param file the name
 * @param sink receives everything
 */
record NamingSink(String file, EventSink sink) implements EventSink {
    @Override
    public void event(FileEvent event) {
        sink.event(new FileEvent(named(event.place()), event.value()));
    }

    @Override
    public void refused(Refusal refusal) {
        sink.refused(new Refusal(named(refusal.place()), refusal.reason()));
    }

    @Override
    public void assumed(String sentence) {
        sink.assumed(sentence);
    }

    private EventPlace named(EventPlace place) {
        return place.file().isPresent() ? place : place.in(file);
    }
}
