package io.multichat.topology.state;

import java.util.Optional;

/**
 * What is remembered of a conversation in one record, which each of its events reads and writes.
 *
 * @param newest the session that starts last; empty before the first message
 * @param accepted how many events were accepted: the sequence that orders messages of equal time
 * @param lastArrivalAt when the last event arrived, UTC milliseconds of the wall clock
 * @param closeTimerAt when the timer that may close {@code newest} is due; 0 when none is set
 */
public record ConversationState(Optional<Session> newest, long accepted, long lastArrivalAt, long closeTimerAt) {
    /** A conversation without events. */
    public static final ConversationState EMPTY = new ConversationState(Optional.empty(), 0, 0, 0);

    /** The state after another accepted event. */
    public ConversationState arrived(long now) {
        return new ConversationState(newest, accepted + 1, now, closeTimerAt);
    }

    /** The state with another newest session, or a changed one. */
    public ConversationState with(Session session) {
        return new ConversationState(Optional.of(session), accepted, lastArrivalAt, closeTimerAt);
    }

    /** The state with the close timer set, or with none (0). */
    public ConversationState withCloseTimer(long dueAt) {
        return new ConversationState(newest, accepted, lastArrivalAt, dueAt);
    }
}
