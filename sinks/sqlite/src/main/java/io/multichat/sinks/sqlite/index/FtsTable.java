package io.multichat.sinks.sqlite.index;

import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;

/** One FTS5 table and its statements. */
final class FtsTable implements AutoCloseable {
    /** The table that is searched. */
    static final String CURRENT = "messages_fts";

    /** The table that replaces it while it is filled. */
    static final String NEXT = "messages_fts_next";

    private final boolean scoped;
    private final PreparedStatement insert;
    private final PreparedStatement delete;

    /** @param name {@link #CURRENT} or {@link #NEXT}; the table must exist */
    FtsTable(Connection connection, String name) throws SQLException {
        scoped = hasScope(connection, name);
        insert = connection.prepareStatement(
                scoped
                        ? "INSERT OR REPLACE INTO " + name + " (rowid, text, scope) VALUES (?, ?, ?)"
                        : "INSERT INTO " + name + " (rowid, text) VALUES (?, ?)");
        delete = connection.prepareStatement("DELETE FROM " + name + " WHERE rowid = ?");
    }

    /** True if the file has the table. */
    static boolean exists(Connection connection, String name) throws SQLException {
        return isFound(connection, "SELECT 1 FROM sqlite_schema WHERE name = '" + name + "'");
    }

    /** True if the table has the column {@code scope}. */
    static boolean hasScope(Connection connection, String name) throws SQLException {
        return isFound(connection, "SELECT 1 FROM pragma_table_info('" + name + "') WHERE name = 'scope'");
    }

    /** Deletes and inserts entries, within the open write transaction. */
    void write(Collection<Long> outdated, Map<Long, SearchIndex.Entry> entries) throws SQLException {
        for (Long messageId : outdated) {
            new StatementParameters(delete).number(messageId);
            delete.addBatch();
        }
        for (Map.Entry<Long, SearchIndex.Entry> entry : entries.entrySet()) {
            StatementParameters parameters = new StatementParameters(insert)
                    .number(entry.getKey())
                    .text(SearchText.indexed(entry.getValue().text().orElseThrow()));
            if (scoped) {
                parameters.text(String.join(" ", entry.getValue().scope().words()));
            }
            insert.addBatch();
        }
        delete.executeBatch();
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        delete.close();
    }

    private static boolean isFound(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }
}
