package io.multichat.server.progress;

import io.multichat.server.publish.PublishedEvent;
import java.util.List;

/**
 * What a client demands of an answer.
 *
 * @param tokens published events that the tier that answers must have processed; empty: none
 * @param maxStalenessMs the greatest age of a copy of the state that may answer, in milliseconds; stores are not bound by it
 */
public record ReadDemand(List<PublishedEvent> tokens, long maxStalenessMs) {
    /** The greatest age of a copy, unless the client asks for another. */
    public static final long DEFAULT_MAX_STALENESS_MS = 10_000;

    /** No demand. */
    public static final ReadDemand NONE = new ReadDemand(List.of(), DEFAULT_MAX_STALENESS_MS);

    public ReadDemand {
        tokens = List.copyOf(tokens);
    }
}
