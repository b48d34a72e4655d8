package io.multichat.jobs.imports;

/** Receives the progress of an import; called often, by one thread at a time. */
@FunctionalInterface
public interface ImportProgress {
    /** Ignores the progress. */
    ImportProgress SILENT = (stage, events) -> {};

    /** @param events number of events read so far */
    void at(Stage stage, long events);

    /** What the import is doing. */
    enum Stage {
        PUBLISHING,
        WAITING_FOR_TOPOLOGY,
        WAITING_FOR_SINKS
    }
}
