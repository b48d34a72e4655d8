package io.multichat.server.tiers;

import io.multichat.reading.details.Reaction;
import io.multichat.reading.details.Versions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What belongs to the messages of a page besides their newest versions.
 *
 * @param reactions the reactions by message id, without messages that have none; empty if no store could tell
 * @param versions the versions by message id; empty if they were not requested or no store could tell
 * @param skipped the tiers that could not tell
 * @param behind true if something is missing because no store has processed yet what is demanded
 */
public record PageDetails(
        Optional<Map<String, List<Reaction>>> reactions,
        Optional<Map<String, Versions>> versions,
        List<SkippedTier> skipped,
        boolean behind) {
    /** Nothing is known. */
    public static final PageDetails NONE = new PageDetails(Optional.empty(), Optional.empty(), List.of(), false);

    private static final int REACTION_BYTES = 500;

    /** About the memory that the details take, in bytes. */
    public long bytes() {
        long reacted = reactions.stream()
                .flatMap(byId -> byId.values().stream())
                .mapToLong(each -> (long) REACTION_BYTES * each.size())
                .sum();
        long versioned = versions.stream()
                .flatMap(byId -> byId.values().stream())
                .flatMap(each -> each.versions().stream())
                .mapToLong(version -> version.value().length)
                .sum();
        return reacted + versioned;
    }
}
