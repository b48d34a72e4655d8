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

    /** The sessions around an instant. */
    public Neighbors around(ConversationKey conversation, ConversationState current, long instant) {
        Optional<Session> newest = current.newest();
        if (newest.isPresent() && newest.get().startedAt() <= instant) {
            return new Neighbors(newest, Optional.empty());
        }
        Neighbors around = past.around(conversation, instant);
        return new Neighbors(around.startingUpTo(), around.startingAfter().or(() -> newest));
    }

    /** The session that contains an instant. */
    public Optional<Session> containing(ConversationKey conversation, ConversationState current, long instant) {
        return around(conversation, current, instant)
                .startingUpTo()
                .filter(session -> instant <= session.lastMessageAt());
    }

    /**
     * The past session with this T0, or the one that it was merged into.
     *
     * @param t0 the T0 of its id
     */
    public Optional<Session> pastWith(ConversationKey conversation, long t0) {
        return past.withT0(conversation, t0)
                .or(() ->
                        past.around(conversation, t0).startingUpTo().filter(session -> t0 <= session.lastMessageAt()));
    }
}
