package io.multichat.reading;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which messages are wanted; all conditions hold at once.
 *
 * @param words all of them must occur; nothing in here is an operator
 * @param conversation a conversation's key
 * @param sender a sender's id
 * @param from sent at this instant or later, UTC milliseconds
 * @param to sent before this instant, UTC milliseconds
 * @param before the cursor of the page before
 * @param limit how many at most, 1 to {@link #MAX_LIMIT}
 */
public record SearchRequest(
        String words,
        Optional<String> conversation,
        Optional<String> sender,
        OptionalLong from,
        OptionalLong to,
        Optional<SearchCursor> before,
        int limit) {
    /** The largest page. */
    public static final int MAX_LIMIT = 1_000;

    public SearchRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + MAX_LIMIT);
        }
    }
}
