package io.multichat.server.tiers;

import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionReader;
import java.util.Optional;

/** Reads what is left of a session of which no store holds all messages. */
final class LostMessages {
    private LostMessages() {}

    /** A page of what the store holds; empty if it holds nothing of the page. */
    static Optional<MessagePage> page(SessionReader store, SessionSnapshot session, PageRequest request) {
        return store.messages(withoutCount(session), request)
                .filter(page -> !page.messages().isEmpty());
    }

    /** A store takes a session for complete when it holds as many messages as the snapshot counts. */
    private static SessionSnapshot withoutCount(SessionSnapshot session) {
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
