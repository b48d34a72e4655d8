package io.multichat.topology.law.model;

import io.multichat.events.RejectReason;
import io.multichat.events.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The fates of the events of one conversation. Each event is in one list, in the order of the decisions.
 *
 * @param accepted events in the transcript
 * @param refused events that became dead letters
 * @param duplicates events that were already accepted or were already waiting
 * @param waiting edits and deletes that wait for their message
 * @param deleted deleted sessions as they were
 */
public record PlainOutcome(
        List<Accepted> accepted,
        List<Refused> refused,
        List<Published> duplicates,
        List<Waiting> waiting,
        List<PlainSession> deleted) {
    /**
     * An accepted event.
     *
     * @param published the event
     * @param order the publisher's order, else its number among the accepted events
     * @param sentAt its time, for edits and deletes that of the message, UTC milliseconds
     * @param session the session to which it belonged at that time
     * @param boundary the boundary that it set
     */
    public record Accepted(
            Published published, long order, long sentAt, Optional<SessionId> session, OptionalLong boundary) {}

    /** A refused event. */
    public record Refused(Published published, RejectReason reason) {}

    /** An edit or delete whose message has not arrived. */
    public record Waiting(Published published, long since) {}

    /** True when a deleted session contained the instant. */
    public boolean isDeleted(long instant) {
        return deleted.stream().anyMatch(session -> session.contains(instant));
    }

    /** True when an event with this identity was accepted or waits. */
    boolean has(String identity) {
        return accepted.stream().anyMatch(each -> each.published().identity().equals(identity))
                || waiting.stream().anyMatch(each -> each.published().identity().equals(identity));
    }
}
