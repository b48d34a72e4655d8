package io.multichat.sinks.sqlite.read;

import io.multichat.events.SessionSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sessions whose messages have been counted and are all in the file. Messages vanish only with their whole session, so the next page
 * of a long session needs no new count, and when the session has grown, only the time since its last count is counted. Kept by connection, because
 * a connection never changes its file. In memory and bounded; the least recently used session is evicted first. Thread-safe.
 */
final class CompleteSessions {
    private static final int REMEMBERED = 1_000;

    private final Map<Start, Counted> counts = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Start, Counted> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Start(Connection connection, long conversationId, long startedAt) {}

    /**
     * A count.
     *
     * @param lastMessageAt the end of what was counted, included
     * @param messages the number of messages that the file had then; it may have more now
     */
    private record Counted(long lastMessageAt, long messages) {}

    /**
     * True if the file has all messages that the snapshot counts, in its interval: later messages do not make up for missing
     * ones.
     */
    boolean isComplete(Connection connection, long conversationId, SessionSnapshot session) throws SQLException {
        SessionSnapshot.Span span = session.span();
        Start start = new Start(connection, conversationId, span.startedAt());
        Counted before = counts.get(start);
        if (before == null || before.lastMessageAt() > span.lastMessageAt()) {
            return isComplete(start, session, count(start, span.startedAt(), span));
        }
        long since = before.lastMessageAt() < span.lastMessageAt() ? count(start, before.lastMessageAt() + 1, span) : 0;
        return isComplete(start, session, before.messages() + since)
                // Messages that came late are in the part that was counted before they came.
                || isComplete(start, session, count(start, span.startedAt(), span));
    }

    private static long count(Start start, long from, SessionSnapshot.Span span) throws SQLException {
        return SessionMessages.count(
                start.connection(), start.conversationId(), new SessionSnapshot.Span(from, span.lastMessageAt()));
    }

    private boolean isComplete(Start start, SessionSnapshot session, long messages) {
        if (messages < session.counts().messages()) {
            return false;
        }
        counts.put(start, new Counted(session.span().lastMessageAt(), messages));
        return true;
    }
}
