package io.multichat.app.locale;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The contents of an SQLite file as text. */
final class Database {
    private static final String SESSIONS = "SELECT session_id, state, messages, started_at FROM sessions";
    private static final String MESSAGES =
            "SELECT c.key, m.message_id, m.sent_at, m.event FROM messages m JOIN conversations c ON c.id = m.conversation_id"
                    + " ORDER BY m.sent_at";
    private static final String FOUND = "SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'title'";

    private Database() {}

    static void append(StringBuilder result, Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String query : new String[] {SESSIONS, MESSAGES, FOUND}) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            result.append(rows.getString(column)).append(' ');
                        }
                        result.append('\n');
                    }
                }
            }
        }
    }
}
