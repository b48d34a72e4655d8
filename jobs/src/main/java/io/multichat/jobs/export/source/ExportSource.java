package io.multichat.jobs.export.source;

import io.multichat.events.SessionSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A store that holds whole sessions. Used by one thread. */
public interface ExportSource {
    /** The kind of the source and its address, such as {@code archive /data/archive}. */
    String name();

    /** How far each partition of each topic had been read when the export began, by topic and partition; empty if unknown. */
    default Map<String, Long> positions() throws IOException {
        return Map.of();
    }

    /** Passes on the newest snapshot of every session at least, unordered; earlier ones may be among them. */
    void forEachSnapshot(Consumer<SessionSnapshot> consumer) throws IOException;

    /**
     * Passes on the events that are stored under a range of time, unordered.
     *
     * @param fromMs UTC milliseconds, included
     * @param untilMs UTC milliseconds, not included
     */
    void forEachEvent(long fromMs, long untilMs, Consumer<SourceEvent> consumer) throws IOException;

    /** The sessions whose events are wanted. A source that reads one session after another need not read the others. */
    default void narrow(Predicate<SessionSnapshot> selected) {}

    /** What this kind of source never holds, one sentence each. */
    default List<String> lacks() {
        return List.of();
    }

    /** What could not be read so far, one sentence each; what it held is missing from the export. */
    List<String> unreadable();
}
