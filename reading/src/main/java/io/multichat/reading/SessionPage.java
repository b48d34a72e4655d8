package io.multichat.reading;

import io.multichat.events.SessionSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * Some sessions.
 *
 * @param sessions newest first
 * @param next where the next page begins; empty when nothing follows
 */
public record SessionPage(List<SessionSnapshot> sessions, Optional<SessionCursor> next) {
    /** The largest page. */
    public static final int MAX_LIMIT = 1_000;

    /**
     * A page of what was found when one more than the page holds was looked for.
     *
     * @param found newest first
     * @param limit how many a page holds, 1 to {@link #MAX_LIMIT}
     */
    public static SessionPage of(List<SessionSnapshot> found, int limit) {
        if (found.size() <= limit) {
            return new SessionPage(List.copyOf(found), Optional.empty());
        }
        return new SessionPage(
                List.copyOf(found.subList(0, limit)), Optional.of(SessionCursor.of(found.get(limit - 1))));
    }

    /** @throws IllegalArgumentException when a page cannot be of that size */
    public static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + MAX_LIMIT);
        }
    }
}
