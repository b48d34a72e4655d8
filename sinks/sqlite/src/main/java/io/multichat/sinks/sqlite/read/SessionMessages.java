package io.multichat.sinks.sqlite.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.versions.Revision;
import io.multichat.events.versions.ShownMessage;
import io.multichat.reading.MessagePage;
import io.multichat.reading.MessagePageBuilder;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the messages of a conversation, all of them or those of a session. */
final class SessionMessages {
    /** The columns of the table {@code messages}, named {@code m}, that {@link #message} reads. */
    static final String COLUMNS = "m.sent_at, m.ordering, m.message_id, m.event, m.original, m.edited_at, m.deleted_at";

    // A message without a creation has no place yet, and does not belong to a session.
    private static final String OF_CONVERSATION =
            "FROM messages AS m WHERE m.conversation_id = ? AND m.ordering IS NOT NULL";

    private SessionMessages() {}

    /** The number of messages in the interval of the snapshot, both ends included. */
    static long count(Connection connection, long conversationId, SessionSnapshot.Span span) throws SQLException {
        return new Select("SELECT count(*)")
                .with(OF_CONVERSATION, conversationId)
                .with("AND m.sent_at BETWEEN ? AND ?", span.startedAt(), span.lastMessageAt())
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
    }

    /** A page of the messages of a session. */
    static MessagePage page(Connection connection, long conversationId, SessionSnapshot session, PageRequest request)
            throws SQLException {
        long end = end(connection, conversationId, session);
        return page(
                connection,
                conversationId,
                new SessionSnapshot.Span(session.span().startedAt(), end),
                request);
    }

    /**
     * A page of the messages of a conversation within a span of time.
     *
     * @param span both ends included
     */
    static MessagePage page(Connection connection, long conversationId, SessionSnapshot.Span span, PageRequest request)
            throws SQLException {
        boolean forward = request.direction() == PageRequest.Direction.FORWARD;
        long from = span.startedAt();
        long to = span.lastMessageAt();
        // The cursor also bounds the interval. SQLite searches the index by the interval alone, and would otherwise
        // read everything between the end of the span and the cursor for each page.
        Optional<Long> cursorTime = request.after().map(MessagePosition::sentAt);
        Select select = new Select("SELECT " + COLUMNS)
                .with(OF_CONVERSATION, conversationId)
                .with(
                        "AND m.sent_at BETWEEN ? AND ?",
                        forward ? Math.max(from, cursorTime.orElse(from)) : from,
                        forward ? to : Math.min(to, cursorTime.orElse(to)));
        if (request.after().isPresent()) {
            MessagePosition after = request.after().get();
            select.with(
                    "AND (m.sent_at, m.ordering, m.message_id) " + (forward ? ">" : "<") + " (?, ?, ?)",
                    after.sentAt(),
                    after.order(),
                    after.messageId());
        }
        String way = forward ? "" : " DESC";
        MessagePageBuilder page = new MessagePageBuilder(request.limit());
        select.with("ORDER BY m.sent_at" + way + ", m.ordering" + way + ", m.message_id" + way)
                .with("LIMIT ?", request.limit() + 1L)
                .forEachWhile(connection, row -> page.add(message(row)));
        return page.page();
    }

    /** Reads a message from a row with the {@link #COLUMNS}. */
    static StoredMessage message(ResultSet row) throws SQLException {
        MessagePosition position =
                new MessagePosition(row.getLong("sent_at"), row.getLong("ordering"), row.getString("message_id"));
        return StoredMessage.of(position, shown(row));
    }

    private static ShownMessage shown(ResultSet row) throws SQLException {
        byte[] newest = row.getBytes("event");
        byte[] hidden = row.getBytes("original");
        if (hidden == null) {
            return ShownMessage.of(Revision.creation(newest), Revision.creation(newest));
        }
        Revision revision = row.getObject("deleted_at") != null
                ? Revision.delete(row.getLong("deleted_at"), newest)
                : Revision.edit(row.getLong("edited_at"), newest);
        return ShownMessage.of(Revision.creation(hidden), revision);
    }

    /** The last instant of a session. An open session reaches to the next one, because its snapshot may be old. */
    private static long end(Connection connection, long conversationId, SessionSnapshot session) throws SQLException {
        if (session.status().state() != SessionStatus.State.OPEN) {
            return session.span().lastMessageAt();
        }
        return new Select("SELECT started_at FROM sessions INDEXED BY sessions_live")
                .with("WHERE conversation_id = ? AND state IN ('open', 'closed')", conversationId)
                .with("AND started_at > ?", session.span().lastMessageAt())
                .with("ORDER BY started_at LIMIT 1")
                .first(connection, row -> row.getLong(1) - 1)
                .orElse(Long.MAX_VALUE);
    }
}
