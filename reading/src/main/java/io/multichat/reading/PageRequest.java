package io.multichat.reading;

import io.multichat.events.MessagePosition;
import java.util.Optional;

/**
 * Which messages of a session are wanted.
 *
 * @param after only messages beyond this position, in the direction of reading; empty: from the end where reading begins
 * @param limit how many at most, 1 to {@link #MAX_LIMIT}
 * @param direction oldest or newest first
 */
public record PageRequest(Optional<MessagePosition> after, int limit, Direction direction) {
    /** The largest page. */
    public static final int MAX_LIMIT = 1_000;

    /** In which direction messages are read. */
    public enum Direction {
        FORWARD,
        BACKWARD
    }

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + MAX_LIMIT);
        }
    }
}
