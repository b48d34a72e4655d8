package io.multichat.topology.sessions;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventIdentity;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.TopologyState;
import java.util.OptionalLong;

/** Refuses events that belong to something erased. An event that is newer than every erasure of its conversation costs one comparison. */
final class ErasureCheck {
    private final TopologyState state;

    ErasureCheck(TopologyState state) {
        this.state = state;
    }

    /**
     * Requires that an event is not erased.
     *
     * @param sentAt the time by which the event is stored, UTC milliseconds; empty for an edit or delete of an unknown message
     * @throws InvalidEventException if it is
     */
    void requireNotErased(
            ConversationKey conversation, ConversationState before, ChatEvent event, OptionalLong sentAt) {
        if (sentAt.orElse(event.at()) > before.erasedUntil()) {
            return;
        }
        state.erasures().refusal(conversation, event, sentAt).ifPresent(reason -> {
            throw new InvalidEventException(
                    reason,
                    reason == RejectReason.SESSION_DELETED
                            ? "the session to which the event belongs was deleted"
                            : "the sender was erased, and the event is not newer than the erasure");
        });
    }

    /**
     * Requires that an unknown message was not refused because it was erased. An edit of such a message, whoever made it, would wait in
     * vain and then become a dead letter with its text.
     *
     * @param message the identity of the message
     * @throws InvalidEventException if it was
     */
    void requireMessageNotErased(ConversationKey conversation, ConversationState before, byte[] message) {
        if (before.erasedUntil() == ConversationState.NO_BOUNDARY) {
            return;
        }
        OptionalLong refused = state.identities().sentAt(EventIdentity.ofErased(message));
        if (refused.isPresent()) {
            boolean deleted =
                    state.erasures().deleted(conversation, refused.getAsLong()).isPresent();
            throw new InvalidEventException(
                    deleted ? RejectReason.SESSION_DELETED : RejectReason.PARTICIPANT_ERASED,
                    "the message to which the event belongs was refused, because it was erased");
        }
    }

    /**
     * Remembers that an event was refused because it was erased, if it is a message.
     *
     * @param identity the identity of the event
     * @param now UTC milliseconds of the wall clock
     */
    void remember(ChatEvent event, byte[] identity, long now) {
        if (event.type() == EventType.MESSAGE_CREATED) {
            state.identities().put(EventIdentity.ofErased(identity), event.at(), now);
        }
    }
}
