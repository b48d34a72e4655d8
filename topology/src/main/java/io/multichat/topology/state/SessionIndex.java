package io.multichat.topology.state;

import java.util.Optional;

/**
 * The sessions of a conversation by time: the newest in the conversation's record, all others in a store of their own. Reading is for any
 * thread, storing for the stream thread alone.
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

    /** Stores a changed session of the same start where it belongs; returns the conversation with it. */
    public ConversationState store(ConversationKey conversation, ConversationState current, Session session) {
        if (current.isNewest(session)) {
            return current.with(session);
        }
        past.put(conversation, session);
        return current;
    }
}
