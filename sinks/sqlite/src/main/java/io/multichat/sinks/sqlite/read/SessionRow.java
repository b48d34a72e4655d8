package io.multichat.sinks.sqlite.read;

import io.multichat.events.Conversation;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.sqlite.sql.NullableColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads snapshots from rows. */
public final class SessionRow {
    /** Selects sessions {@code s} and their conversations {@code c}, without a condition. */
    public static final String SELECT = """
            SELECT s.session_id, s.state, s.merged_into, s.started_at, s.last_message_at, s.closed_at, s.closed_by, s.messages,
              s.edits, s.deletes, s.participants, s.participants_approximate, s.text_bytes, s.first_message_id,
              s.last_message_id, s.gap, s.generation, s.version, s.user_messages, s.assistant_messages, s.system_messages,
              s.tool_messages, s.bot_messages, c.platform, c.channel, c.thread
            FROM sessions AS s JOIN conversations AS c ON c.id = s.conversation_id
            """;

    private SessionRow() {}

    /** Reads the snapshot from a row of {@link #SELECT}. */
    public static SessionSnapshot read(ResultSet row) throws SQLException {
        return new SessionSnapshot(
                SessionId.parse(row.getString("session_id")),
                Conversation.of(row.getString("platform"), row.getString("channel"), row.getString("thread")),
                status(row),
                new SessionSnapshot.Span(row.getLong("started_at"), row.getLong("last_message_at")),
                counts(row),
                row.getString("first_message_id"),
                row.getString("last_message_id"),
                Duration.ofMillis(row.getLong("gap")),
                new SessionSnapshot.Version(row.getInt("generation"), row.getLong("version")));
    }

    private static SessionStatus status(ResultSet row) throws SQLException {
        return new SessionStatus(
                SessionStatus.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("merged_into")).map(SessionId::parse),
                NullableColumn.number(row, "closed_at"),
                Optional.ofNullable(row.getString("closed_by"))
                        .map(cause -> SessionStatus.ClosedBy.valueOf(cause.toUpperCase(Locale.ROOT))));
    }

    private static SessionSnapshot.Counts counts(ResultSet row) throws SQLException {
        return new SessionSnapshot.Counts(
                row.getLong("messages"),
                row.getLong("edits"),
                row.getLong("deletes"),
                row.getLong("text_bytes"),
                new SessionSnapshot.Participants(
                        row.getLong("participants"), row.getBoolean("participants_approximate")),
                new RoleCounts(
                        row.getLong("user_messages"),
                        row.getLong("assistant_messages"),
                        row.getLong("system_messages"),
                        row.getLong("tool_messages"),
                        row.getLong("bot_messages")));
    }
}
