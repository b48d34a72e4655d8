package io.multichat.jobs.imports;

/** Is told how far an import is; called often, from one thread. */
@FunctionalInterface
public interface ImportProgress {
    /** Nobody looks. */
    ImportProgress SILENT = (stage, lines) -> {};

    /** @param lines how many were read so far */
    void at(Stage stage, long lines);

    /** What is being done. */
    enum Stage {
        PUBLISHING,
        WAITING_FOR_TOPOLOGY,
        WAITING_FOR_SINKS
    }
}
