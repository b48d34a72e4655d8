package io.multichat.topology.sessions;

import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;

/**
 * The outcome of placing a message.
 *
 * @param state the conversation afterwards, still to be stored
 * @param session the session that has the message
 */
record PlacedMessage(ConversationState state, Session session) {
    /** The message is in the newest session of its conversation. */
    static PlacedMessage inNewest(ConversationState state, Session newest) {
        return new PlacedMessage(state.with(newest), newest);
    }
}
