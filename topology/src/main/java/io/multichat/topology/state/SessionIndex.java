package io.multichat.topology.state;

import java.util.Optional;

/**
 * The sessions of a conversation by time. The newest is part of the conversation's record; all others are in the
 * {@link PastSessionStore}. Any thread may use it.
 */
public final class SessionIndex {
    private final PastSessionStore past;

    public SessionIndex(PastSessionStore past) {
        this.past = past;
    }

    /** The last session that starts at or before an instant. */
    public Optional<Session> startingUpTo(ConversationKey conversation, ConversationState current, long instant) {
        return current.newest()
                .filter(session -> session.startedAt() <= instant)
                .or(() -> past.startingUpTo(conversation, instant));
    }

    /** The first session that starts after an instant. */
    public Optional<Session> startingAfter(ConversationKey conversation, ConversationState current, long instant) {
        return past.startingAfter(conversation, instant)
                .or(() -> current.newest().filter(session -> session.startedAt() > instant));
    }

    /** The session that contains an instant. */
    public Optional<Session> containing(ConversationKey conversation, ConversationState current, long instant) {
        return startingUpTo(conversation, current, instant).filter(session -> instant <= session.lastMessageAt());
    }

    /**
     * The past session that contains its T0, by far most often its start: one lookup is much cheaper than a search.
     *
     * @param t0 the T0 of its id
     */
    public Optional<Session> pastWith(ConversationKey conversation, long t0) {
        return past.startingAt(conversation, t0)
                .or(() -> past.startingUpTo(conversation, t0).filter(session -> t0 <= session.lastMessageAt()));
    }
}
