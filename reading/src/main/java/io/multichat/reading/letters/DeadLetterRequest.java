package io.multichat.reading.letters;

import io.multichat.events.RejectReason;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request for a page of dead letters, newest first.
 *
 * @param reason only letters with this reason
 * @param from the earliest time of the rejection, inclusive, in UTC milliseconds
 * @param before the cursor of the previous page; empty for the first page
 * @param limit the maximum number of letters, 1 to {@link #MAX_LIMIT}
 */
public record DeadLetterRequest(
        Optional<RejectReason> reason, OptionalLong from, Optional<DeadLetterCursor> before, int limit) {
    /** The largest allowed limit. */
    public static final int MAX_LIMIT = 1_000;

    public DeadLetterRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + MAX_LIMIT);
        }
    }
}
