package io.multichat.sinks.sqlite.table;

import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The table {@code boundaries}: the instants that no session crosses. With the messages they determine the sessions. */
public final class BoundaryTable {
    private final PreparedStatement insert;

    public BoundaryTable(Connection connection) throws SQLException {
        insert = connection.prepareStatement(
                "INSERT INTO boundaries (conversation_id, boundary_at) VALUES (?, ?) ON CONFLICT DO NOTHING");
    }

    /**
     * Adds a boundary to the batch.
     *
     * @param instant UTC milliseconds
     */
    public void add(long conversationId, long instant) throws SQLException {
        new StatementParameters(insert).number(conversationId).number(instant);
        insert.addBatch();
    }

    /** Writes the batch. */
    public void flush() throws SQLException {
        insert.executeBatch();
    }
}
