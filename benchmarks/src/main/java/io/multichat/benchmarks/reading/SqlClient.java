package io.multichat.benchmarks.reading;

import io.multichat.benchmarks.child.BenchmarkException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Reads the same rows by SQL, with a connection and a prepared statement of its own. */
final class SqlClient implements ClosedLoop.Client {
    /** A page of a session, from an instant on. */
    static final String PAGE = "SELECT event FROM messages WHERE conversation_id = ? AND sent_at BETWEEN ? AND ?"
            + " AND ordering IS NOT NULL ORDER BY sent_at, ordering, message_id LIMIT 100";

    /** The newest page of a session. */
    static final String LAST_PAGE =
            PAGE.replace("sent_at, ordering, message_id", "sent_at DESC, ordering DESC, message_id DESC");

    /** The newest hits of an expression. */
    static final String SEARCH = "SELECT m.event FROM messages_fts AS f JOIN messages AS m ON m.id = f.rowid"
            + " WHERE messages_fts MATCH ? ORDER BY f.rowid DESC LIMIT 50";

    private final Connection connection;
    private final PreparedStatement statement;
    private final Function<SplittableRandom, Object[]> values;
    private long bytes;

    SqlClient(Path file, String query, Function<SplittableRandom, Object[]> values) throws SQLException {
        this.connection = Catalogue.connect(file);
        this.statement = connection.prepareStatement(query);
        this.values = values;
    }

    @Override
    public void ask(SplittableRandom random) throws SQLException {
        Object[] next = values.apply(random);
        for (int i = 0; i < next.length; i++) {
            statement.setObject(i + 1, next[i]);
        }
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                bytes += rows.getBytes(1).length;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
        if (bytes == 0) {
            throw new BenchmarkException("the SQL baseline found no rows");
        }
    }
}
