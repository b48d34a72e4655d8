package io.multichat.events.erasure;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import java.util.Optional;

/**
 * What is left of an erasure, and the one rule which events it covers. The topology refuses such events when they arrive later; every
 * store removes those it has and drops those it is given again. The rule looks at one event alone, so the order in which events and
 * markers reach a store does not matter.
 *
 * @param participant empty for a deleted session: the marker covers every event of the conversation within the times; otherwise it
 *     covers the events of this participant
 * @param from the first time covered, in UTC milliseconds
 * @param until the last time covered, in UTC milliseconds
 */
public record ErasureMarker(Optional<ParticipantHash> participant, long from, long until) {
    /** The marker of a deleted session. */
    public static ErasureMarker ofSession(long startedAt, long lastMessageAt) {
        return new ErasureMarker(Optional.empty(), startedAt, lastMessageAt);
    }

    /** The marker of a participant whose events up to a time are erased. */
    public static ErasureMarker ofParticipant(ParticipantHash participant, long until) {
        return new ErasureMarker(Optional.of(participant), 0, until);
    }

    /**
     * The marker that an accepted command sets; empty for other events. The topology places a {@code session.deleted} at the start of
     * the session, with a boundary at its last message.
     *
     * @throws InvalidEventException if the placement of a {@code session.deleted} has no boundary
     */
    public static Optional<ErasureMarker> of(ChatEvent event, Placement placement) {
        return switch (event.type()) {
            case SESSION_DELETED ->
                Optional.of(ofSession(
                        placement.sentAt(),
                        placement
                                .boundary()
                                .orElseThrow(() -> new InvalidEventException(
                                        RejectReason.INVALID_VALUE, "the session.deleted has no boundary"))));
            case PARTICIPANT_ERASED ->
                Optional.of(ofParticipant(ErasureCommand.of(event).participant().orElseThrow(), event.at()));
            default -> Optional.empty();
        };
    }

    /** True if the marker removes whole messages; false if those of a participant stay, without content and sender. */
    public boolean removesMessages() {
        return participant.isEmpty();
    }

    /**
     * True if the remainder of an event that the marker covers stays: an explicit end, whose boundary separates messages for ever, or a
     * version of a message of a participant. Of several markers that cover an event, one that leaves nothing decides.
     */
    public boolean leavesRemainder(ChatEvent event) {
        return event.type() == EventType.SESSION_ENDED
                || (participant.isPresent() && event.type().isOfMessage());
    }

    /**
     * True if a hold protects something that the marker covers. The hold of a participant protects the whole session in which that
     * participant may have written, and nothing that is erased of another participant.
     */
    public boolean isProtectedBy(ErasureCommand hold) {
        boolean sameTime = hold.from() <= until && hold.until() >= from;
        boolean samePeople =
                hold.participant().isEmpty() || participant.isEmpty() || participant.equals(hold.participant());
        return sameTime && samePeople;
    }

    /**
     * True if the marker covers an event. Commands are never covered.
     *
     * @param sentAt the time by which the event is stored, in UTC milliseconds: for an edit or delete that of the message
     */
    public boolean covers(ChatEvent event, long sentAt) {
        if (event.type().isCommand() || sentAt < from || sentAt > until) {
            return false;
        }
        return participant.isEmpty()
                || (event.at() <= until
                        && event.sender().isPresent()
                        && participant
                                .get()
                                .equals(ParticipantHash.of(
                                        event.conversation(),
                                        event.sender().get().id())));
    }
}
