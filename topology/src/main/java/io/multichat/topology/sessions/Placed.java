package io.multichat.topology.sessions;

import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;

/**
 * The outcome of placing a message.
 *
 * @param state the conversation afterwards, still to be stored
 * @param session the session that has the message
 */
record Placed(ConversationState state, Session session) {
    /** The message is in the newest session of its conversation. */
    static Placed inNewest(ConversationState state, Session newest) {
        return new Placed(state.with(newest), newest);
    }
}
