package io.multichat.server.tiers;

import io.multichat.reading.StoreException;
import io.multichat.reading.search.MessageSearch;
import io.multichat.reading.search.SearchPage;
import io.multichat.reading.search.SearchRequest;

/** The only tier that can search messages. Thread-safe. */
public final class SearchTier {
    private final String source;
    private final MessageSearch messages;
    private final CallCounts counts = new CallCounts();
    private final StoreCalls calls;

    /**
     * @param source the store's name in answers
     * @param messages the search of the store; closed by whoever opened it
     */
    public SearchTier(String source, MessageSearch messages) {
        this.source = source;
        this.messages = messages;
        this.calls = new StoreCalls(source, MessageSearch.PATIENCE, counts);
    }

    /**
     * A page of matching messages.
     *
     * @throws TiersUnavailableException when the store cannot be read or has no search index
     */
    public Answer<SearchPage> find(SearchRequest request) {
        try {
            return new Answer<>(calls.call(() -> messages.find(request)), source);
        } catch (StoreException e) {
            throw new TiersUnavailableException(source + " cannot be searched: " + e.getMessage(), e);
        }
    }

    /** How the searches ended. */
    public CallCounts counts() {
        return counts;
    }
}
