package io.multichat.reading;

/** Finds messages of one store by the words of the text that shows. Deleted messages are not found. Thread-safe. */
public interface MessageSearch extends AutoCloseable {
    /**
     * A page of hits.
     *
     * @throws StoreException when the store cannot be read or cannot be searched
     */
    SearchPage find(SearchRequest request);

    /** Frees the connections. */
    @Override
    void close();
}
