package io.multichat.jobs.export;

import java.util.OptionalLong;

/** Receives the progress of an export; called often, by the thread that runs it. */
@FunctionalInterface
public interface ExportProgress {
    /** Ignores the progress. */
    ExportProgress SILENT = (stage, done, total) -> {};

    /**
     * The export has advanced.
     *
     * @param done number of events that were read, or of messages that were written
     * @param total how many there are; empty if it is unknown
     */
    void at(Stage stage, long done, OptionalLong total);

    /** What the export is doing. */
    enum Stage {
        READING,
        WRITING
    }
}
