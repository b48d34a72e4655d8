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

    /** Frees the connection; what was written stays. */
    @Override
    void close();
}
