package io.multichat.topology.sessions;

import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;

/**
 * The result of placing a message in a session.
 *
 * @param state the conversation afterwards; the caller stores it
 * @param session the session that contains the message
 */
record PlacedMessage(ConversationState state, Session session) {
    /** The result when the message is in the newest session of its conversation. */
    static PlacedMessage inNewest(ConversationState state, Session newest) {
        return new PlacedMessage(state.with(newest), newest);
    }
}
