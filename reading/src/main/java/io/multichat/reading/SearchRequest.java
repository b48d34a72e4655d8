package io.multichat.reading;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A search for messages. A message must meet all conditions.
 *
 * @param words words that must all occur in the text; operators have no special meaning
 * @param conversation the key of the message's conversation
 * @param sender the id of the message's sender
 * @param from the earliest time of the message, inclusive, in UTC milliseconds
 * @param to the latest time of the message, exclusive, in UTC milliseconds
 * @param before the cursor of the previous page; empty for the first page
 * @param limit the maximum number of hits, 1 to {@link #MAX_LIMIT}
 */
public record SearchRequest(
        String words,
        Optional<String> conversation,
        Optional<String> sender,
        OptionalLong from,
        OptionalLong to,
        Optional<SearchCursor> before,
        int limit) {
    /** The largest allowed limit. */
    public static final int MAX_LIMIT = 1_000;

    public SearchRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + MAX_LIMIT);
        }
    }
}
