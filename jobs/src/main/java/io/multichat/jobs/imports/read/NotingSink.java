package io.multichat.jobs.imports.read;

import io.multichat.formats.EventPlace;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileEvent;
import io.multichat.formats.Refusal;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes on the events of a part, counts them, and notes everything else that its reader finds. Used by one thread. */
final class NotingSink implements EventSink {
    private final ReadingNotes notes;
    private final Consumer<FileEvent> events;
    private Optional<EventPlace> last = Optional.empty();
    private long published;
    private boolean whole = true;

    /** @param events receives the events */
    NotingSink(ReadingNotes notes, Consumer<FileEvent> events) {
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
        whole = false;
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

    /** True while nothing was refused: another attempt would find the same events. */
    boolean isWhole() {
        return whole;
    }

    /** The place of the last event. */
    Optional<EventPlace> last() {
        return last;
    }
}
