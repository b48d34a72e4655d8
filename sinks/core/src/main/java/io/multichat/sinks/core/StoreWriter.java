package io.multichat.sinks.core;

import java.util.List;

/**
 * Writes entries to one store. Used by one thread.
 *
 * <p>Idempotent: writing an entry again, or an older one after a newer one, leaves the store as it was. So whoever is not
 * sure that a write succeeded writes again.
 */
public interface StoreWriter extends AutoCloseable {
    /**
     * Writes all entries in their order, or throws.
     *
     * @throws StoreException when not all entries are written; any part of them may be
     */
    void write(List<SinkEntry> entries);

    /**
     * Tells that the record there is no entry and is not reported yet. A writer that keeps in its store how far it has read
     * must not write a position beyond it before the whole batch is delivered; for others there is nothing to do.
     */
    default void hold(Origin unreported) {
        // Only who keeps a position can move it too far.
    }

    /** Frees the connection; what was written stays. */
    @Override
    void close();
}
