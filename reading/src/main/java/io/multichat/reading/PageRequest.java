package io.multichat.reading;

import io.multichat.events.MessagePosition;
import java.util.Optional;

/**
 * A request for a page of the messages of a session.
 *
 * @param after the position to continue after, in the direction of reading; empty for the first page
 * @param limit the maximum number of messages, 1 to {@link #MAX_LIMIT}
 * @param direction the direction of reading
 */
public record PageRequest(Optional<MessagePosition> after, int limit, Direction direction) {
    /** The largest allowed limit. */
    public static final int MAX_LIMIT = 1_000;

    /** The direction in which messages are read. */
    public enum Direction {
        /** Oldest first. */
        FORWARD,
        /** Newest first. */
        BACKWARD
    }

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + MAX_LIMIT);
        }
    }
}
