package io.multichat.sinks.core.conformance;

import io.multichat.sinks.core.SinkEntry;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The properties in which sinks differ.
 *
 * @param keeps the contents that the store holds
 * @param refuses valid entries that the store can never accept and that must be reported
 * @param takesForeignTopics false if a task refuses to start on an unknown topic
 * @param keepsPositions false if the sink relies on Connect's offsets only; the kit then never moves them forward, because the
 *     skipped records would rightly be missing
 * @param dropsErasedTimes true if an erasure drops all messages of its conversation up to the last time that it covers, because the
 *     store may hold a part of the messages anyway
 * @param loss when the store may lose its contents and still recover all of them
 */
public record Traits(
        Set<Aspect> keeps,
        Predicate<SinkEntry> refuses,
        boolean takesForeignTopics,
        boolean keepsPositions,
        boolean dropsErasedTimes,
        Loss loss) {
    /** The times at which a store may lose its contents. */
    public enum Loss {
        NEVER,
        /** Only while no task uses the store. */
        UNUSED,
        ANY_TIME
    }
}
