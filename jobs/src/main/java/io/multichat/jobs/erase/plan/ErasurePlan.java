package io.multichat.jobs.erase.plan;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.reading.erase.EntryCounts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an erasure will do.
 *
 * @param at the last time of a person's content that is erased, and the time of the commands; UTC milliseconds
 * @param erasures one command for each conversation of a person, or for each session
 * @param deletedBefore sessions that are deleted already
 */
public record ErasurePlan(long at, List<PlannedErasure> erasures, List<SessionId> deletedBefore) {
    /** What SQLite holds of everything that the plan is about. */
    public EntryCounts counts() {
        return erasures.stream().map(PlannedErasure::counts).reduce(EntryCounts.NONE, EntryCounts::plus);
    }

    /** The erasures that a hold blocks. */
    public List<PlannedErasure> held() {
        return erasures.stream().filter(each -> each.hold().isPresent()).toList();
    }

    /** True if holds block everything. */
    public boolean isHeld() {
        return held().size() == erasures.size();
    }

    /** What some erasures cover, by conversation. */
    public static Map<Conversation, List<ErasureMarker>> markers(List<PlannedErasure> erasures) {
        return erasures.stream()
                .collect(Collectors.groupingBy(
                        PlannedErasure::conversation, Collectors.mapping(PlannedErasure::marker, Collectors.toList())));
    }
}
