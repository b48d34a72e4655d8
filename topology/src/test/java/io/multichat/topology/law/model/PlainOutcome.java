package io.multichat.topology.law.model;

import io.multichat.events.RejectReason;
import io.multichat.events.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of the events of one conversation; each is in one of the lists, in the order in which that was decided.
 *
 * @param accepted those that are told to the world
 * @param refused those that are dead letters
 * @param duplicates those that had come before
 * @param waiting edits and deletes that came before their message
 */
public record PlainOutcome(
        List<Accepted> accepted, List<Refused> refused, List<Published> duplicates, List<Waiting> waiting) {
    /**
     * An accepted event.
     *
     * @param published the event
     * @param order the publisher's, else its place among the accepted ones
     * @param sentAt the time under which it is kept, UTC milliseconds
     * @param session to which it belonged then
     * @param boundary that it set
     */
    public record Accepted(
            Published published, long order, long sentAt, Optional<SessionId> session, OptionalLong boundary) {}

    /** A refused event. */
    public record Refused(Published published, RejectReason reason) {}

    /** An edit or a delete whose message is not there yet. */
    public record Waiting(Published published, long since) {}

    /** True when an event of that identity was accepted or waits. */
    boolean has(String identity) {
        return accepted.stream().anyMatch(each -> each.published().identity().equals(identity))
                || waiting.stream().anyMatch(each -> each.published().identity().equals(identity));
    }
}
