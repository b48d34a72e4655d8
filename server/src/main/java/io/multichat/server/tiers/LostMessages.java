package io.multichat.server.tiers;

import io.multichat.events.SessionSnapshot;

/** A session of which no store holds all messages. */
final class LostMessages {
    private LostMessages() {}

    /** The session as a store reads it that lacks messages: it takes a session for complete when it holds as many as are counted. */
    static SessionSnapshot withoutCount(SessionSnapshot session) {
        SessionSnapshot.Counts counts = session.counts();
        return new SessionSnapshot(
                session.sessionId(),
                session.conversation(),
                session.status(),
                session.span(),
                new SessionSnapshot.Counts(
                        0, counts.edits(), counts.deletes(), counts.textBytes(), counts.participants(), counts.roles()),
                session.firstMessageId(),
                session.lastMessageId(),
                session.gap(),
                session.version());
    }
}
