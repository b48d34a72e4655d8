package io.multichat.topology.state;

import java.util.Optional;

/**
 * The record of a conversation, read and written by each of its events.
 *
 * @param newest the session that starts last; empty before the first message
 * @param accepted number of accepted events, which also numbers them and so orders messages of equal time
 * @param lastArrivalAt when the last event arrived, UTC milliseconds of the wall clock
 * @param closeTimerAt when the timer that may close {@code newest} is due, UTC milliseconds of the wall clock; 0 without a timer
 * @param announceTimerAt when the timer that announces {@code newest} is due, UTC milliseconds of the wall clock; 0 without a timer
 * @param lastBoundary the latest boundary, UTC milliseconds; {@link #NO_BOUNDARY} without one
 * @param erasedUntil no erasure covers an event after this instant, UTC milliseconds; {@link #NO_BOUNDARY} without an erasure
 */
public record ConversationState(
        Optional<Session> newest,
        long accepted,
        long lastArrivalAt,
        long closeTimerAt,
        long announceTimerAt,
        long lastBoundary,
        long erasedUntil) {
    /** An instant before all events. */
    public static final long NO_BOUNDARY = -1;

    /** The state before the first event. */
    public static final ConversationState EMPTY =
            new ConversationState(Optional.empty(), 0, 0, 0, 0, NO_BOUNDARY, NO_BOUNDARY);

    /** True before the first event: the conversation has no record, or none any more. */
    public boolean isNew() {
        return accepted == 0;
    }

    /** The state with another accepted event, which arrived at {@code now}. */
    public ConversationState arrived(long now) {
        return new ConversationState(
                newest, accepted + 1, now, closeTimerAt, announceTimerAt, lastBoundary, erasedUntil);
    }

    /** The state with a new or changed newest session, or without any session. */
    public ConversationState with(Optional<Session> session) {
        return new ConversationState(
                session, accepted, lastArrivalAt, closeTimerAt, announceTimerAt, lastBoundary, erasedUntil);
    }

    /** The state with a new or changed newest session. */
    public ConversationState with(Session session) {
        return with(Optional.of(session));
    }

    /** The state with an erasure that covers events up to an instant. */
    public ConversationState withErasure(long until) {
        return new ConversationState(
                newest,
                accepted,
                lastArrivalAt,
                closeTimerAt,
                announceTimerAt,
                lastBoundary,
                Math.max(erasedUntil, until));
    }

    /** The state with a close timer, or without one (0). */
    public ConversationState withCloseTimer(long dueAt) {
        return new ConversationState(
                newest, accepted, lastArrivalAt, dueAt, announceTimerAt, lastBoundary, erasedUntil);
    }

    /** The state with an announcement timer, or without one (0). */
    public ConversationState withAnnounceTimer(long dueAt) {
        return new ConversationState(newest, accepted, lastArrivalAt, closeTimerAt, dueAt, lastBoundary, erasedUntil);
    }

    /** The state with another boundary. */
    public ConversationState withBoundary(long instant) {
        return new ConversationState(
                newest,
                accepted,
                lastArrivalAt,
                closeTimerAt,
                announceTimerAt,
                Math.max(lastBoundary, instant),
                erasedUntil);
    }

    /** True when {@code session} has the id of the newest session. */
    public boolean isNewest(Session session) {
        return newest.isPresent() && newest.get().id().equals(session.id());
    }
}
