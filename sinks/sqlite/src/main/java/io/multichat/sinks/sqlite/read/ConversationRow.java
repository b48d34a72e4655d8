package io.multichat.sinks.sqlite.read;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads what belongs to one conversation from a file. */
final class ConversationRow {
    /** Selects the ids of the live sessions of a conversation that overlap a span of time: from, to and their conversation. */
    static final String OVERLAPPING = "SELECT session_id FROM sessions INDEXED BY sessions_live"
            + " WHERE conversation_id = ?1 AND state IN ('open', 'closed') AND started_at <= ?3 AND started_at >= coalesce(("
            + "SELECT max(started_at) FROM sessions INDEXED BY sessions_live"
            + " WHERE conversation_id = ?1 AND state IN ('open', 'closed') AND started_at <= ?2), ?2)";

    private ConversationRow() {}

    /** The local id of a conversation; empty if the file does not know it. */
    static Optional<Long> id(Connection connection, Conversation conversation) throws SQLException {
        return new Select("SELECT id FROM conversations")
                .with("WHERE key = ?", conversation.key())
                .first(connection, row -> row.getLong(1));
    }

    /** The position of a message; empty if the file does not hold its creation. */
    static Optional<MessagePosition> position(Connection connection, long conversationId, String messageId)
            throws SQLException {
        return new Select("SELECT sent_at, ordering FROM messages")
                .with("WHERE conversation_id = ?", conversationId)
                .with("AND message_id = ? AND ordering IS NOT NULL", messageId)
                .first(connection, row -> new MessagePosition(row.getLong(1), row.getLong(2), messageId));
    }

    /** The open and closed sessions that may contain messages of a span of time, oldest first. */
    static List<SessionSnapshot> sessions(Connection connection, long conversationId, SessionSnapshot.Span span)
            throws SQLException {
        return new Select(SessionRow.SELECT)
                .with(
                        "WHERE s.session_id IN (" + OVERLAPPING + ")",
                        conversationId,
                        span.startedAt(),
                        span.lastMessageAt())
                .with("ORDER BY s.started_at, s.session_id")
                .all(connection, SessionRow::read);
    }

    /** The session of a conversation that contains an instant. An open session reaches to the next one. */
    static Optional<SessionId> sessionAt(Connection connection, long conversationId, long sentAt) throws SQLException {
        return new Select("SELECT session_id FROM (SELECT session_id, state, last_message_at"
                        + " FROM sessions INDEXED BY sessions_live")
                .with("WHERE conversation_id = ? AND state IN ('open', 'closed')", conversationId)
                .with("AND started_at <= ? ORDER BY started_at DESC LIMIT 1)", sentAt)
                .with("WHERE state = 'open' OR last_message_at >= ?", sentAt)
                .first(connection, row -> SessionId.parse(row.getString(1)));
    }
}
