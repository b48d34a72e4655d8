package io.multichat.sinks.core.conformance;

import io.multichat.sinks.core.SinkEntry;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What distinguishes a sink from others.
 *
 * @param keeps what its store holds
 * @param refuses valid entries that its store can never take: they have to be reported
 * @param takesForeignTopics false when a task refuses to begin on a topic that it does not know
 * @param keepsPositions false when the offsets that Connect keeps are the only ones: then nobody may set them forward, since what
 *     lies between is skipped rightly
 * @param loss when the store may lose what it holds and still gets everything again
 */
public record Traits(
        Set<Aspect> keeps,
        Predicate<SinkEntry> refuses,
        boolean takesForeignTopics,
        boolean keepsPositions,
        Loss loss) {
    /** When a store may lose what it holds. */
    public enum Loss {
        NEVER,
        /** Only while no task uses it. */
        UNUSED,
        ANY_TIME
    }
}
