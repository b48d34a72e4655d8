package io.multichat.topology.law.model;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionSnapshot.Counts;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.events.SessionSnapshot.Span;
import io.multichat.events.SessionSnapshot.Version;
import io.multichat.events.SessionStatus;
import java.time.Duration;

/** The expected snapshot of a session with at most 32 senders. */
public final class PlainSnapshot {
    private PlainSnapshot() {}

    /** The snapshot of a session when it is closed. */
    public static SessionSnapshot of(
            Conversation conversation, PlainModel model, PlainSession session, Version version) {
        PlainClosing closing = model.timeline().closing(session);
        return new SessionSnapshot(
                session.id(),
                conversation,
                SessionStatus.closed(closing.at(), closing.by()),
                new Span(session.startedAt(), session.lastMessageAt()),
                counts(model.outcome(), session),
                session.first().messageId(),
                session.last().messageId(),
                Duration.ofMillis(model.timeline().rules().gap()),
                version);
    }

    private static Counts counts(PlainOutcome outcome, PlainSession session) {
        long senders = session.messages().stream()
                .map(PlainMessage::senderId)
                .distinct()
                .count();
        return new Counts(
                session.messages().size(),
                revisions(outcome, session, EventType.MESSAGE_EDITED),
                revisions(outcome, session, EventType.MESSAGE_DELETED),
                session.messages().stream().mapToLong(PlainMessage::textBytes).sum(),
                new Participants(senders, false),
                roles(outcome, session));
    }

    private static RoleCounts roles(PlainOutcome outcome, PlainSession session) {
        return outcome.accepted().stream()
                .map(each -> each.published().event())
                .filter(each -> each.type() == EventType.MESSAGE_CREATED && session.contains(each.at()))
                .map(each -> RoleCounts.one(each.sender().orElseThrow().role()))
                .reduce(RoleCounts.NONE, RoleCounts::plus);
    }

    private static long revisions(PlainOutcome outcome, PlainSession session, EventType type) {
        return outcome.accepted().stream()
                .filter(each -> each.published().event().type() == type)
                .filter(each -> session.contains(each.sentAt()))
                .count();
    }
}
