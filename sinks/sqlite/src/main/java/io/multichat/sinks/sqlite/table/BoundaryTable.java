package io.multichat.sinks.sqlite.table;

import io.multichat.sinks.sqlite.sql.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes the instants that no session crosses, each once: from them and the messages anyone can find the sessions again. */
public final class BoundaryTable {
    private final PreparedStatement insert;

    public BoundaryTable(Connection connection) throws SQLException {
        insert = connection.prepareStatement(
                "INSERT INTO boundaries (conversation_id, boundary_at) VALUES (?, ?) ON CONFLICT DO NOTHING");
    }

    /** @param instant UTC milliseconds */
    public void add(long conversationId, long instant) throws SQLException {
        new Parameters(insert).number(conversationId).number(instant);
        insert.addBatch();
    }

    /** Writes what was added. */
    public void flush() throws SQLException {
        insert.executeBatch();
    }
}
