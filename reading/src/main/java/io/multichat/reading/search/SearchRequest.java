package io.multichat.reading.search;

import java.util.Optional;

/**
 * A request for a page of search hits.
 *
 * @param query what to search for
 * @param sort the order of the hits
 * @param before the cursor of the previous page; empty for the first page, and for hits by relevance, which are one page
 * @param limit the maximum number of hits, 1 to {@link #MAX_LIMIT}
 */
public record SearchRequest(SearchQuery query, Sort sort, Optional<SearchCursor> before, int limit) {
    /** The largest allowed limit. */
    public static final int MAX_LIMIT = 1_000;

    /** The number of hits, the newest ones that meet the conditions, among which the most relevant are found. */
    public static final int MAX_RANKED = 10_000;

    /** The order of hits. */
    public enum Sort {
        /** Most recently stored first. */
        NEWEST,
        /** Best match first. */
        RELEVANCE
    }

    public SearchRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + MAX_LIMIT);
        }
        if (sort == Sort.RELEVANCE && before.isPresent()) {
            throw new IllegalArgumentException("cursor needs sort=newest; hits by relevance are a single page");
        }
    }
}
