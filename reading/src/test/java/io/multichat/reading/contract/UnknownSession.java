package io.multichat.reading.contract;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import java.time.Duration;

/** A session that no store holds, in a conversation that no store knows. */
final class UnknownSession {
    static final Conversation CONVERSATION = Conversation.of("nowhere", "unknown");

    private static final long STARTED_AT = 1_700_000_000_000L;
    private static final String MESSAGE_ID = "unknown";

    private UnknownSession() {}

    /** The snapshot of the session, which counts one message. */
    static SessionSnapshot snapshot() {
        return new SessionSnapshot(
                SessionId.of(STARTED_AT, CONVERSATION.hash()),
                CONVERSATION,
                SessionStatus.closed(STARTED_AT, SessionStatus.ClosedBy.END),
                new SessionSnapshot.Span(STARTED_AT, STARTED_AT),
                new SessionSnapshot.Counts(1, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                MESSAGE_ID,
                MESSAGE_ID,
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, 1));
    }

    /** The id of a session that would have started in this conversation at this time. */
    static SessionId idAt(long time, Conversation conversation) {
        return SessionId.of(time, conversation.hash());
    }
}
