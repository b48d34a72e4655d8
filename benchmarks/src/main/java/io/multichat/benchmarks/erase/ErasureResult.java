package io.multichat.benchmarks.erase;

import io.multichat.benchmarks.load.Volume;

/**
 * How long an erasure took.
 *
 * @param volume the published records of others
 * @param sqliteBytes the size of the database file before
 * @param times when each step was done
 */
public record ErasureResult(Volume volume, long sqliteBytes, Times times) {
    /**
     * Milliseconds after the start of the command.
     *
     * @param begun when SQLite had applied the first command: until then, the conversations were searched and the command published
     * @param applied when SQLite had applied all commands
     * @param cleaned when SQLite had removed the traces from its file
     * @param receipt when the receipt was printed: until then, all stores were read again
     */
    public record Times(long begun, long applied, long cleaned, long receipt) {}
}
