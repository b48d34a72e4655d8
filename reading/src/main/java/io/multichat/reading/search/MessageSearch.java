package io.multichat.reading.search;

import io.multichat.reading.StoreException;
import java.time.Duration;

/**
 * Full-text search in one store. Finds messages by the text of their newest version; never finds deleted messages. Thread-safe.
 */
public interface MessageSearch extends AutoCloseable {
    /** How long to wait for a page. Longer than for other questions: no other store can answer. */
    Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Returns a page of hits.
     *
     * @throws StoreException if the store cannot be read or has no search index, or if the search takes too long
     */
    SearchPage find(SearchRequest request);

    /** Closes the connections. */
    @Override
    void close();
}
