package io.multichat.topology.sessions;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.DeletedInterval;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.topology.sessions.Acceptance.Accepted;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.SessionIndex;
import io.multichat.topology.state.TopologyState;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Applies the commands that delete sessions, erase participants, and set and clear holds. Each leaves a marker, so that nothing that
 * was erased is ever accepted again; see {@link ErasureMarker}.
 */
final class Commands {
    private final TopologyState state;
    private final SessionIndex index;
    private final SplitRules splitRules;
    private final SessionRemoval removal;

    Commands(PartitionContext partition, SplitRules splitRules, SessionRemoval removal) {
        this.state = partition.state();
        this.index = new SessionIndex(state.pastSessions());
        this.splitRules = splitRules;
        this.removal = removal;
    }

    /**
     * Applies a command.
     *
     * @throws InvalidEventException when a hold forbids it, or the session is unknown; nothing has changed in that case
     */
    Accepted apply(ConversationKey conversation, ConversationState current, ChatEvent event, long order) {
        ErasureCommand command = ErasureCommand.of(event);
        return switch (event.type()) {
            case SESSION_DELETED -> delete(conversation, current, event, order);
            case PARTICIPANT_ERASED ->
                erase(
                        conversation,
                        current,
                        ErasureMarker.ofParticipant(command.participant().orElseThrow(), event.at()),
                        order);
            case HOLD_SET -> {
                state.holds().set(conversation, command);
                yield accepted(current, event.type(), event.at(), order);
            }
            default -> {
                state.holds().clear(conversation, command);
                yield accepted(current, event.type(), event.at(), order);
            }
        };
    }

    /**
     * Deletes the session that contains T0 of the id. Everything within its interval is erased, and a boundary at its last message
     * keeps the messages before it and after it apart. Deleting it again changes nothing, unless the command of a rebuild has an interval
     * that exceeds what is deleted already.
     */
    private Accepted delete(ConversationKey conversation, ConversationState current, ChatEvent event, long order) {
        SessionId id = ErasureCommand.of(event).session().orElseThrow();
        Optional<ErasureMarker> deleted = state.erasures().deleted(conversation, id.t0());
        Optional<ErasureMarker> given =
                DeletedInterval.of(event).filter(interval -> isEmpty(conversation, current, interval));
        if (deleted.isPresent()
                && given.filter(interval -> exceeds(interval, deleted.get())).isEmpty()) {
            return deleted(current, Optional.empty(), deleted.get(), order);
        }
        Optional<Session> session = index.containing(conversation, current, id.t0());
        ErasureMarker marker = session.map(each -> ErasureMarker.ofSession(each.startedAt(), each.lastMessageAt()))
                .or(() -> given)
                .orElseThrow(() -> new InvalidEventException(
                        RejectReason.UNKNOWN_SESSION,
                        "the conversation has no session " + id + ", or session.retention has passed since it ended"));
        requireNoHold(conversation, marker);
        state.erasures().add(conversation, marker);
        ConversationState split =
                splitRules.end(conversation, current, marker.until()).withErasure(marker.until());
        return deleted(
                session.map(each -> removal.remove(conversation, split, each)).orElse(split),
                session.map(Session::id),
                marker,
                order);
    }

    private static boolean exceeds(ErasureMarker interval, ErasureMarker deleted) {
        return interval.from() < deleted.from() || interval.until() > deleted.until();
    }

    /** True if no session has a message within an interval, so that the interval can only be one that was deleted before a rebuild. */
    private boolean isEmpty(ConversationKey conversation, ConversationState current, ErasureMarker interval) {
        return index.around(conversation, current, interval.until())
                .startingUpTo()
                .filter(session -> session.lastMessageAt() >= interval.from())
                .isEmpty();
    }

    /** Erases the events of a participant up to the command's time. Sessions keep their intervals and counts. */
    private Accepted erase(ConversationKey conversation, ConversationState current, ErasureMarker marker, long order) {
        requireNoHold(conversation, marker);
        state.erasures().add(conversation, marker);
        return accepted(current.withErasure(marker.until()), EventType.PARTICIPANT_ERASED, marker.until(), order);
    }

    private void requireNoHold(ConversationKey conversation, ErasureMarker marker) {
        state.holds().protecting(conversation, marker).ifPresent(hold -> {
            throw new InvalidEventException(
                    RejectReason.ON_HOLD,
                    "the hold " + hold + " protects it; repeat the command after the hold is cleared");
        });
    }

    private static Accepted deleted(
            ConversationState state, Optional<SessionId> session, ErasureMarker marker, long order) {
        return new Accepted(
                state,
                new Placement(
                        session, marker.from(), order, EventType.SESSION_DELETED, OptionalLong.of(marker.until())));
    }

    private static Accepted accepted(ConversationState state, EventType type, long at, long order) {
        return new Accepted(state, new Placement(Optional.empty(), at, order, type));
    }
}
