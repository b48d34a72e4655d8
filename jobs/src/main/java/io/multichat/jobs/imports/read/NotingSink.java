package io.multichat.jobs.imports.read;

import io.multichat.formats.EventPlace;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileEvent;
import io.multichat.formats.Refusal;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands on events, counts them, and notes everything else that readers find. Used by one thread. */
public final class NotingSink implements EventSink {
    private final ReadingNotes notes;
    private final Consumer<FileEvent> events;
    private Optional<EventPlace> last = Optional.empty();
    private long published;

    /** @param events receives the events */
    public NotingSink(ReadingNotes notes, Consumer<FileEvent> events) {
        this.notes = notes;
        this.events = events;
    }

    @Override
    public void event(FileEvent event) {
        last = Optional.of(event.place());
        published += event.value().isPresent() ? 1 : 0;
        events.accept(event);
    }

    @Override
    public void refused(Refusal refusal) {
        notes.refused(refusal);
    }

    @Override
    public void assumed(String sentence) {
        notes.assumed(sentence);
    }

    /** Number of events so far that are small enough to be published. */
    long published() {
        return published;
    }

    /** The place of the last event. */
    Optional<EventPlace> last() {
        return last;
    }
}
