package io.multichat.app.system;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows of {@code sessions.db} as text. Without the local ids, which depend on the order in which the records of several
 * partitions arrive, and without the sinks' offsets, which also count transaction markers.
 */
final class SqliteListing {
    private static final List<String> TABLES =
            List.of("sessions", "messages", "message_revisions", "events", "boundaries");
    private static final Set<String> LOCAL = Set.of("id", "conversation_id");

    private SqliteListing() {}

    /** @param end a time in UTC milliseconds; conversations without messages before it are left out */
    static String of(Path file, long end) throws SQLException {
        String selected = " WHERE c.id IN (SELECT conversation_id FROM messages WHERE sent_at < " + end + ")";
        Set<String> rows = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            add(rows, "conversations", statement.executeQuery("SELECT * FROM conversations AS c" + selected));
            for (String table : TABLES) {
                add(
                        rows,
                        table,
                        statement.executeQuery("SELECT c.key, t.* FROM " + table
                                + " AS t JOIN conversations AS c ON c.id = t.conversation_id" + selected));
            }
        }
        return String.join("\n", rows) + "\n";
    }

    private static void add(Set<String> rows, String table, ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        while (result.next()) {
            StringBuilder row = new StringBuilder(table);
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (!LOCAL.contains(columns.getColumnName(i))) {
                    row.append(' ').append(columns.getColumnName(i)).append('=').append(text(result.getObject(i)));
                }
            }
            rows.add(row.toString());
        }
    }

    private static Object text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value;
    }
}
