package io.multichat.server.tiers;

import io.multichat.reading.StoreException;
import io.multichat.reading.search.MessageSearch;
import io.multichat.reading.search.SearchPage;
import io.multichat.reading.search.SearchRequest;
import io.multichat.server.progress.BehindException;
import io.multichat.server.progress.StoreDemand;
import java.util.List;

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
     * @param demand what the store must hold
     * @throws TiersUnavailableException when the store cannot be read, has no search index or does not meet the demand
     */
    public Answer<SearchPage> find(SearchRequest request, StoreDemand demand) {
        try {
            demand.prepare();
            SearchPage page = calls.call(() -> {
                demand.require(source);
                return messages.find(request);
            });
            return new Answer<>(page, source, List.of());
        } catch (StoreException | BehindException e) {
            throw new TiersUnavailableException(source + " cannot be searched: " + e.getMessage(), e);
        }
    }

    /** How the searches ended. */
    public CallCounts counts() {
        return counts;
    }
}
