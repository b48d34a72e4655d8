package io.multichat.sinks.sqlite.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.erase.EntryCounts;
import io.multichat.reading.erase.SessionTrace;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sessions of a file, for those that delete them. */
final class SessionTraces {
    private SessionTraces() {}

    /** The session that an id resolves to, or the deleted one with this id; at most one. */
    static List<SessionTrace> find(Connection connection, SessionId id) throws SQLException {
        Optional<SessionSnapshot> live = SessionById.find(connection, id);
        Optional<SessionSnapshot> session = live.isPresent() ? live : SessionById.same(connection, id);
        List<SessionTrace> traces = new ArrayList<>();
        if (session.isPresent()) {
            traces.add(new SessionTrace(
                    session.get(), live.isPresent() ? counts(connection, session.get()) : EntryCounts.NONE));
        }
        return traces;
    }

    private static EntryCounts counts(Connection connection, SessionSnapshot session) throws SQLException {
        Optional<Long> conversation = ConversationRow.id(connection, session.conversation());
        return conversation.isEmpty()
                ? EntryCounts.NONE
                : new EntryCounts(
                        count(connection, "messages AS m", conversation.get(), session.span()),
                        count(
                                connection,
                                "message_revisions AS r JOIN messages AS m"
                                        + " ON m.conversation_id = r.conversation_id AND m.message_id = r.message_id",
                                conversation.get(),
                                session.span()),
                        count(connection, "events AS m", conversation.get(), session.span()));
    }

    /** @param from a table {@code m} with a conversation and a time */
    private static long count(Connection connection, String from, long conversation, SessionSnapshot.Span span)
            throws SQLException {
        return new Select("SELECT count(*) FROM " + from + " WHERE m.ordering IS NOT NULL")
                .with("AND m.conversation_id = ?", conversation)
                .with("AND m.sent_at BETWEEN ? AND ?", span.startedAt(), span.lastMessageAt())
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
    }

    /** Sessions whose last message is before a time; those with the oldest last messages first, then by id. */
    static List<SessionSnapshot> inactive(
            Connection connection, long before, Optional<SessionSnapshot> after, int limit) throws SQLException {
        Select select = new Select(SessionRow.SELECT)
                .with("WHERE s.state IN ('open', 'closed') AND s.last_message_at < ?", before);
        after.ifPresent(session -> select.with(
                "AND (s.last_message_at, s.session_id) > (?, ?)",
                session.span().lastMessageAt(),
                session.sessionId().toString()));
        return select.with("ORDER BY s.last_message_at, s.session_id LIMIT ?", (long) limit)
                .all(connection, SessionRow::read);
    }
}
