package io.multichat.reading.search;

import io.multichat.reading.StoreException;

/**
 * Full-text search in one store. Finds messages by the text of their newest version; never finds deleted messages. Thread-safe.
 */
public interface MessageSearch extends AutoCloseable {
    /**
     * Returns a page of hits.
     *
     * @throws StoreException if the store cannot be read or has no search index
     */
    SearchPage find(SearchRequest request);

    /** Closes the connections. */
    @Override
    void close();
}
