package io.multichat.topology.law.model;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.RejectReason;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.topology.law.model.PlainOutcome.Accepted;
import io.multichat.topology.law.model.PlainOutcome.Refused;
import io.multichat.topology.law.model.PlainOutcome.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The commands of one conversation in the model: what they erase, and what may not be accepted or erased because of them. */
final class PlainErasures {
    private final PlainTimeline timeline;
    private final PlainOutcome outcome;
    private final Map<ParticipantHash, Long> erased = new HashMap<>();
    private final Map<String, ErasureCommand> holds = new HashMap<>();

    PlainErasures(PlainTimeline timeline, PlainOutcome outcome) {
        this.timeline = timeline;
        this.outcome = outcome;
    }

    /**
     * Decides about an event that is a command or belongs to something erased.
     *
     * @param time the time of the event; empty for an edit or delete of an unknown message
     * @return false for any other event, about which nothing is decided
     */
    boolean decides(Published published, OptionalLong time) {
        ChatEvent event = published.event();
        Optional<RejectReason> refusal = event.type().isCommand() ? objection(event) : refusal(event, time);
        if (refusal.isPresent()) {
            outcome.refused().add(new Refused(published, refusal.get()));
            refuseWaiting(
                    edit -> event.type() == EventType.MESSAGE_CREATED
                            && edit.messageId().equals(event.messageId()),
                    refusal.get());
            return true;
        }
        if (event.type().isCommand()) {
            outcome.accepted()
                    .add(applied(
                            published, event.order().orElse(outcome.accepted().size() + 1)));
            refuseWaiting(
                    edit -> event.type() == EventType.PARTICIPANT_ERASED && edit.at() <= until(edit),
                    RejectReason.PARTICIPANT_ERASED);
        }
        return event.type().isCommand();
    }

    private Optional<RejectReason> refusal(ChatEvent event, OptionalLong time) {
        if (time.isPresent() && outcome.isDeleted(time.getAsLong())) {
            return Optional.of(RejectReason.SESSION_DELETED);
        }
        return Math.max(event.at(), time.orElse(0)) <= until(event)
                ? Optional.of(RejectReason.PARTICIPANT_ERASED)
                : refusedMessage(event, time);
    }

    /** Why an edit or delete of an unknown message is refused: the message was, because it was erased. */
    private Optional<RejectReason> refusedMessage(ChatEvent event, OptionalLong time) {
        if (time.isPresent()) {
            return Optional.empty();
        }
        return outcome.refused().stream()
                .filter(refused -> refused.reason().isErased())
                .map(refused -> refused.published().event())
                .filter(refused -> refused.type() == EventType.MESSAGE_CREATED)
                .filter(refused -> refused.messageId().equals(event.messageId()))
                .findFirst()
                .map(refused -> outcome.isDeleted(refused.at())
                        ? RejectReason.SESSION_DELETED
                        : RejectReason.PARTICIPANT_ERASED);
    }

    private Optional<RejectReason> objection(ChatEvent command) {
        ErasureCommand parameters = ErasureCommand.of(command);
        if (command.type() == EventType.PARTICIPANT_ERASED) {
            return onHold(0, command.at(), parameters.participant());
        }
        if (command.type() != EventType.SESSION_DELETED
                || outcome.isDeleted(parameters.session().orElseThrow().t0())) {
            return Optional.empty();
        }
        Optional<PlainSession> session =
                timeline.containing(parameters.session().orElseThrow().t0());
        return session.isEmpty()
                ? Optional.of(RejectReason.UNKNOWN_SESSION)
                : onHold(session.get().startedAt(), session.get().lastMessageAt(), Optional.empty());
    }

    private Accepted applied(Published published, long order) {
        ChatEvent event = published.event();
        ErasureCommand parameters = ErasureCommand.of(event);
        switch (event.type()) {
            case SESSION_DELETED -> {
                return deleted(published, order, parameters.session().orElseThrow());
            }
            case PARTICIPANT_ERASED -> erased.merge(parameters.participant().orElseThrow(), event.at(), Math::max);
            case HOLD_SET -> holds.put(parameters.hold().orElseThrow(), parameters);
            default -> holds.remove(parameters.hold().orElseThrow());
        }
        return new Accepted(published, order, event.at(), Optional.empty(), OptionalLong.empty());
    }

    private Accepted deleted(Published published, long order, SessionId id) {
        Optional<SessionId> existing = timeline.containing(id.t0()).map(PlainSession::id);
        timeline.containing(id.t0()).ifPresent(session -> {
            timeline.delete(session);
            outcome.deleted().add(session);
        });
        PlainSession session = outcome.deleted().stream()
                .filter(each -> each.contains(id.t0()))
                .findFirst()
                .orElseThrow();
        return new Accepted(published, order, session.startedAt(), existing, OptionalLong.of(session.lastMessageAt()));
    }

    private Optional<RejectReason> onHold(long from, long until, Optional<ParticipantHash> participant) {
        return holds.values().stream()
                .filter(hold -> hold.from() <= until && from <= hold.until())
                .filter(hold ->
                        hold.participant().isEmpty() || participant.isEmpty() || participant.equals(hold.participant()))
                .findFirst()
                .map(hold -> RejectReason.ON_HOLD);
    }

    private void refuseWaiting(Predicate<ChatEvent> which, RejectReason reason) {
        List<Waiting> refused = outcome.waiting().stream()
                .filter(each -> which.test(each.published().event()))
                .toList();
        outcome.waiting().removeAll(refused);
        refused.forEach(each -> outcome.refused().add(new Refused(each.published(), reason)));
    }

    /** The last erased time of the sender of an event; -1 if the sender was not erased. */
    private long until(ChatEvent event) {
        return event.sender()
                .map(Sender::id)
                .map(id -> erased.get(ParticipantHash.of(event.conversation(), id)))
                .orElse(-1L);
    }
}
