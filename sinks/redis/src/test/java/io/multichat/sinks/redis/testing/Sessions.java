package io.multichat.sinks.redis.testing;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import java.time.Duration;

/** Snapshots of sessions, and variations on them. */
public final class Sessions {
    private Sessions() {}

    public static SessionSnapshot open(Conversation conversation, long startedAt, long lastMessageAt, long messages) {
        return new SessionSnapshot(
                SessionId.of(startedAt, conversation.hash()),
                conversation,
                SessionStatus.OPEN,
                new SessionSnapshot.Span(startedAt, lastMessageAt),
                new SessionSnapshot.Counts(messages, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                "first",
                "last",
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, 1));
    }

    public static SessionSnapshot closed(SessionSnapshot session) {
        return with(session, SessionStatus.closed(session.span().lastMessageAt() + 1, SessionStatus.ClosedBy.IDLE));
    }

    public static SessionSnapshot with(SessionSnapshot session, SessionStatus status) {
        return new SessionSnapshot(
                session.sessionId(),
                session.conversation(),
                status,
                session.span(),
                session.counts(),
                session.firstMessageId(),
                session.lastMessageId(),
                session.gap(),
                session.version());
    }

    public static SessionSnapshot with(SessionSnapshot session, SessionSnapshot.Version version) {
        return new SessionSnapshot(
                session.sessionId(),
                session.conversation(),
                session.status(),
                session.span(),
                session.counts(),
                session.firstMessageId(),
                session.lastMessageId(),
                session.gap(),
                version);
    }

    public static SessionSnapshot with(SessionSnapshot session, SessionSnapshot.Span span, long messages) {
        SessionSnapshot other = open(session.conversation(), span.startedAt(), span.lastMessageAt(), messages);
        return new SessionSnapshot(
                session.sessionId(),
                session.conversation(),
                session.status(),
                span,
                other.counts(),
                session.firstMessageId(),
                session.lastMessageId(),
                session.gap(),
                session.version());
    }
}
