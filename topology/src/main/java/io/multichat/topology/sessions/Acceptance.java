package io.multichat.topology.sessions;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.SessionCounts;
import io.multichat.topology.state.SessionIndex;
import java.util.Optional;
import java.util.OptionalLong;

/** Applies an event that is not a duplicate to its conversation, depending on its type. */
final class Acceptance {
    /**
     * The result of accepting an event.
     *
     * @param state the conversation afterwards; the caller stores it
     * @param placement what the header in the transcript says about the event
     */
    record Accepted(ConversationState state, Placement placement) {}

    private final PartitionContext partition;
    private final SessionIndex index;
    private final ChangedSessions sessions;
    private final Announcer announcer;
    private final Timeline timeline;
    private final Ending ending;
    private final Commands commands;

    Acceptance(PartitionContext partition, SplitRules splitRules, Announcer announcer) {
        OpenOrClosed openOrClosed = new OpenOrClosed(partition, splitRules);
        this.partition = partition;
        this.index = new SessionIndex(partition.state().pastSessions());
        this.sessions = new ChangedSessions(partition.state().pastSessions(), announcer);
        this.announcer = announcer;
        this.timeline = new Timeline(partition, splitRules, openOrClosed, announcer);
        this.ending = new Ending(partition, splitRules, openOrClosed, announcer);
        this.commands = new Commands(partition, splitRules, new SessionRemoval(partition, openOrClosed, announcer));
    }

    /**
     * Accepts an event.
     *
     * @param current the conversation, with this event already counted
     * @param original for an edit or delete: the time of its message, UTC milliseconds; empty for other events
     * @throws InvalidEventException when the event cannot be accepted; nothing has changed in that case
     */
    Accepted accept(ConversationKey conversation, ConversationState current, ChatEvent event, OptionalLong original) {
        long order = event.order().orElse(current.accepted());
        return switch (event.type()) {
            case MESSAGE_CREATED -> {
                PlacedMessage placed = timeline.place(conversation, current, Message.of(event, order));
                yield accepted(placed.state(), Optional.of(placed.session()), event, order);
            }
            case MESSAGE_EDITED, MESSAGE_DELETED ->
                revise(conversation, current, event, new Place(original.orElseThrow(), order));
            case SESSION_ENDED -> {
                Ending.Ended ended = ending.end(conversation, current, event.at());
                Optional<Session> session = ended.session();
                yield new Accepted(
                        ended.state(),
                        new Placement(session.map(Session::id), event.at(), order, event.type(), ended.boundary()));
            }
            case REACTION_ADDED, REACTION_REMOVED, PARTICIPANT_JOINED, PARTICIPANT_LEFT ->
                accepted(current, index.containing(conversation, current, event.at()), event, order);
            case SESSION_DELETED, PARTICIPANT_ERASED, HOLD_SET, HOLD_CLEARED ->
                commands.apply(conversation, current, event, order);
        };
    }

    /** An edit or delete never changes an interval. It is counted in the session of its message and kept under that message's time. */
    private Accepted revise(ConversationKey conversation, ConversationState current, ChatEvent event, Place place) {
        if (place.sentAt() < partition.settings().retention().sessionsSince(partition.now())) {
            throw new InvalidEventException(
                    RejectReason.TOO_LATE, "the message to revise is older than session.retention");
        }
        Session session = index.containing(conversation, current, place.sentAt())
                .orElseThrow(() -> new InvalidEventException(
                        RejectReason.TOO_LATE,
                        "the session of the message to revise was removed after session.retention"));
        SessionCounts counts = event.type() == EventType.MESSAGE_EDITED
                ? session.counts().withEdit()
                : session.counts().withDelete();
        Session announced = announcer.changed(conversation, session.with(counts));
        Placement placement = new Placement(Optional.of(announced.id()), place.sentAt(), place.order(), event.type());
        return new Accepted(sessions.put(conversation, current, announced), placement);
    }

    private static Accepted accepted(ConversationState state, Optional<Session> session, ChatEvent event, long order) {
        return new Accepted(state, new Placement(session.map(Session::id), event.at(), order, event.type()));
    }

    /** The time of an event, UTC milliseconds, and its order among events of the same time. */
    private record Place(long sentAt, long order) {}
}
