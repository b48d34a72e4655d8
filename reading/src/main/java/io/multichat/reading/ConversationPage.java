package io.multichat.reading;

import io.multichat.events.SessionSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * A page of conversations.
 *
 * @param newest the newest open or closed session of each conversation, newest activity first
 * @param next the cursor of the next page; empty on the last page
 */
public record ConversationPage(List<SessionSnapshot> newest, Optional<ConversationCursor> next) {
    /** The largest allowed limit. */
    public static final int MAX_LIMIT = 1_000;

    /**
     * Builds a page from the result of a query for one conversation more than the limit.
     *
     * @param found the newest sessions of the conversations found, newest activity first, at most {@code limit + 1}
     * @param limit the maximum number of conversations on the page
     */
    public static ConversationPage of(List<SessionSnapshot> found, int limit) {
        if (found.size() <= limit) {
            return new ConversationPage(List.copyOf(found), Optional.empty());
        }
        return new ConversationPage(
                List.copyOf(found.subList(0, limit)), Optional.of(ConversationCursor.of(found.get(limit - 1))));
    }

    /**
     * Checks a limit.
     *
     * @throws IllegalArgumentException if the limit is not from 1 to {@link #MAX_LIMIT}
     */
    public static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + MAX_LIMIT);
        }
    }
}
