package io.multichat.benchmarks.flink;

import java.util.Optional;

/**
 * The state of a conversation without its past sessions.
 *
 * @param newest the newest session
 * @param accepted number of accepted messages
 * @param arrivedAt when the last one arrived, UTC milliseconds of the wall clock
 * @param closeTimerAt when the timer that may close {@code newest} is due; 0 without a timer
 * @param pastPending true if a past session may have a snapshot that is due later
 */
record ConversationState(
        Optional<Session> newest, long accepted, long arrivedAt, long closeTimerAt, boolean pastPending) {
    static final ConversationState EMPTY = new ConversationState(Optional.empty(), 0, 0, 0, false);

    ConversationState arrived(long now) {
        return new ConversationState(newest, accepted + 1, now, closeTimerAt, pastPending);
    }

    ConversationState with(Session session) {
        return new ConversationState(Optional.of(session), accepted, arrivedAt, closeTimerAt, pastPending);
    }

    ConversationState withCloseTimer(long dueAt) {
        return new ConversationState(newest, accepted, arrivedAt, dueAt, pastPending);
    }

    ConversationState withPastPending(boolean pending) {
        return new ConversationState(newest, accepted, arrivedAt, closeTimerAt, pending);
    }

    /** True if this is the newest session, maybe before a change. */
    boolean isNewest(Session session) {
        return newest.isPresent() && newest.get().id().equals(session.id());
    }
}
