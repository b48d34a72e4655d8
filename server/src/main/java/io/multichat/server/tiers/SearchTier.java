package io.multichat.server.tiers;

import io.multichat.reading.MessageSearch;
import io.multichat.reading.SearchPage;
import io.multichat.reading.SearchRequest;
import io.multichat.reading.StoreException;

/**
 * The only tier that can search messages. Thread-safe.
 *
 * @param source the store's name in answers
 * @param messages the search of the store; closed by whoever opened it
 */
public record SearchTier(String source, MessageSearch messages) {
    /**
     * A page of matching messages.
     *
     * @throws TiersUnavailableException when the store cannot be read or has no search index
     */
    public Answer<SearchPage> find(SearchRequest request) {
        try {
            return new Answer<>(messages.find(request), source);
        } catch (StoreException e) {
            throw new TiersUnavailableException(source + " cannot be searched: " + e.getMessage(), e);
        }
    }
}
