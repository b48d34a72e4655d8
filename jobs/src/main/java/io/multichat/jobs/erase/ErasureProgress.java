package io.multichat.jobs.erase;

/** Receives the progress of an erasure; called by the thread that runs it. */
@FunctionalInterface
public interface ErasureProgress {
    /** Ignores the progress. */
    ErasureProgress SILENT = (stage, commands) -> {};

    /** @param commands number of commands published so far */
    void at(Stage stage, long commands);

    /** What the erasure is doing. */
    enum Stage {
        PLANNING,
        PUBLISHING,
        WAITING_FOR_TOPOLOGY,
        WAITING_FOR_SINKS,
        WAITING_FOR_CLEANUP,
        CHECKING
    }
}
