package io.multichat.topology.sessions;

import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.PastSessionStore;
import io.multichat.topology.state.Session;

/**
 * Stores changed sessions, so that a timer announces each pending one: past sessions get a timer here, the newest one gets it with
 * its conversation, see {@link Announcer#watch}.
 */
record ChangedSessions(PastSessionStore past, Announcer announcer) {
    /** Stores a session other than the newest one. */
    void putPast(ConversationKey conversation, Session session) {
        announcer.watchPast(conversation, session);
        past.put(conversation, session);
    }

    /**
     * Stores a session whose start is the same. Returns the conversation with it, which the caller stores: the newest session is part
     * of that record.
     */
    ConversationState put(ConversationKey conversation, ConversationState current, Session session) {
        if (current.isNewest(session)) {
            return current.with(session);
        }
        putPast(conversation, session);
        return current;
    }
}
