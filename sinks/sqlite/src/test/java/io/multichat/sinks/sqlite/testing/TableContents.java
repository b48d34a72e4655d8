package io.multichat.sinks.sqlite.testing;

import io.multichat.sinks.core.conformance.Aspect;
import io.multichat.sinks.core.conformance.Lines;
import io.multichat.sinks.sqlite.read.SessionRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contents of the tables.
 *
 * @param file the database
 */
record TableContents(StoreFile file) {
    private interface Row {
        String line(ResultSet row) throws SQLException;
    }

    List<String> lines(Aspect aspect) {
        return switch (aspect) {
            case MESSAGES ->
                lines(
                        "SELECT c.key, m.* FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id",
                        row -> Lines.of(
                                row.getString("key"),
                                row.getString("message_id"),
                                row.getLong("sent_at"),
                                Optional.ofNullable(row.getObject("ordering")),
                                row.getObject("deleted_at") != null,
                                Optional.ofNullable(row.getString("text")),
                                row.getBytes("event")));
            case REVISIONS ->
                lines(
                        """
                    SELECT c.key, r.message_id, r.rank, r.revised_at, r.event
                    FROM message_revisions AS r JOIN conversations AS c ON c.id = r.conversation_id
                    UNION ALL SELECT c.key, m.message_id, 0, 0, coalesce(m.original, m.event)
                    FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
                    WHERE m.ordering IS NOT NULL""",
                        row -> Lines.of(
                                row.getString(1), row.getString(2), row.getInt(3), row.getLong(4), row.getBytes(5)));
            case EVENTS ->
                lines(
                        "SELECT lower(hex(identity)), type, sent_at, ordering, event FROM events",
                        row -> Lines.of(
                                row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getBytes(5)));
            case BOUNDARIES ->
                lines(
                        "SELECT c.key, b.boundary_at FROM boundaries AS b JOIN conversations AS c ON c.id = b.conversation_id",
                        row -> Lines.of(row.getString(1), row.getLong(2)));
            case SESSIONS -> lines(SessionRow.SELECT, row -> Lines.of(SessionRow.read(row)));
            case RECORDS -> throw new IllegalArgumentException("not kept");
        };
    }

    private List<String> lines(String sql, Row row) {
        List<String> lines = new ArrayList<>();
        try (Connection connection = file.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(row.line(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return lines;
    }
}
