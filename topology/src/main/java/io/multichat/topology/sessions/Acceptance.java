package io.multichat.topology.sessions;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventIdentity;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.Tally;
import io.multichat.topology.state.TopologyState;
import java.util.Optional;

/** What an event that is no duplicate does to its conversation, by its type. */
final class Acceptance {
    /** An accepted event: its conversation afterwards, still to be stored, and what the transcript says of it. */
    record Accepted(ConversationState state, Placement placement) {}

    private final TopologyState state;
    private final Timeline timeline;
    private final Announcer announcer;

    Acceptance(TopologyState state, Timeline timeline, Announcer announcer) {
        this.state = state;
        this.timeline = timeline;
        this.announcer = announcer;
    }

    /**
     * Accepts an event.
     *
     * @param current the conversation, in which this event is already counted
     * @throws InvalidEventException when the event cannot be accepted; nothing has changed then
     */
    Accepted accept(ConversationKey conversation, ConversationState current, ChatEvent event) {
        long order = event.order().orElse(current.accepted());
        return switch (event.type()) {
            case MESSAGE_CREATED -> create(conversation, current, event, order);
            case MESSAGE_EDITED, MESSAGE_DELETED -> revise(conversation, current, event, order);
            case REACTION_ADDED, REACTION_REMOVED, PARTICIPANT_JOINED, PARTICIPANT_LEFT -> {
                Optional<Session> session = timeline.containing(conversation, current, event.at());
                yield new Accepted(current, placement(session, event.at(), order, event.type()));
            }
            case SESSION_ENDED ->
                throw new InvalidEventException(
                        RejectReason.UNSUPPORTED_TYPE, "explicit ends of sessions are not supported by this version");
        };
    }

    private Accepted create(ConversationKey conversation, ConversationState current, ChatEvent event, long order) {
        Placed placed = timeline.place(conversation, current, Message.of(event, order));
        return new Accepted(placed.state(), placement(Optional.of(placed.session()), event.at(), order, event.type()));
    }

    /** An edit or delete changes no interval; it is counted where the original is, and kept under the original's time. */
    private Accepted revise(ConversationKey conversation, ConversationState current, ChatEvent event, long order) {
        byte[] original =
                EventIdentity.ofMessage(conversation.text(), event.messageId().orElseThrow());
        long sentAt = state.identities()
                .sentAt(original)
                .orElseThrow(() -> new InvalidEventException(
                        RejectReason.UNKNOWN_MESSAGE, "no message of that messageId was accepted in the conversation"));
        Session session = timeline.containing(conversation, current, sentAt).orElseThrow();
        Tally tally = event.type() == EventType.MESSAGE_EDITED
                ? session.tally().withEdit()
                : session.tally().withDelete();
        Session told = announcer.changed(conversation, session.with(tally));
        return new Accepted(
                timeline.store(conversation, current, told), placement(Optional.of(told), sentAt, order, event.type()));
    }

    private static Placement placement(Optional<Session> session, long sentAt, long order, EventType kind) {
        return new Placement(session.map(Session::id), sentAt, order, kind);
    }
}
