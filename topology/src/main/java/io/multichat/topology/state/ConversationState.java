package io.multichat.topology.state;

import java.util.Optional;

/**
 * What is remembered of a conversation in one record, which each of its events reads and writes.
 *
 * @param newest the session that starts last; empty before the first message
 * @param accepted how many events were accepted: the sequence that orders messages of equal time
 * @param lastArrivalAt when the last event arrived, UTC milliseconds of the wall clock
 * @param closeTimerAt when the timer that may close {@code newest} is due; 0 when none is set
 * @param lastBoundary the latest instant that no session crosses, UTC milliseconds; {@link #NO_BOUNDARY} when there is none
 */
public record ConversationState(
        Optional<Session> newest, long accepted, long lastArrivalAt, long closeTimerAt, long lastBoundary) {
    /** Before all times. */
    public static final long NO_BOUNDARY = -1;

    /** A conversation without events. */
    public static final ConversationState EMPTY = new ConversationState(Optional.empty(), 0, 0, 0, NO_BOUNDARY);

    /** The state after another accepted event. */
    public ConversationState arrived(long now) {
        return new ConversationState(newest, accepted + 1, now, closeTimerAt, lastBoundary);
    }

    /** The state with another newest session, or a changed one. */
    public ConversationState with(Session session) {
        return new ConversationState(Optional.of(session), accepted, lastArrivalAt, closeTimerAt, lastBoundary);
    }

    /** The state with the close timer set, or with none (0). */
    public ConversationState withCloseTimer(long dueAt) {
        return new ConversationState(newest, accepted, lastArrivalAt, dueAt, lastBoundary);
    }

    /** The state with another boundary. */
    public ConversationState withBoundary(long instant) {
        return new ConversationState(newest, accepted, lastArrivalAt, closeTimerAt, Math.max(lastBoundary, instant));
    }

    /** True when this is the session that starts last; of that name, whatever it contains. */
    public boolean isNewest(Session session) {
        return newest.isPresent() && newest.get().id().equals(session.id());
    }
}
