package io.multichat.sinks.sqlite.table;

import io.multichat.events.ChatEvent;
import io.multichat.events.versions.Revision;
import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The table {@code message_revisions}: every edit and delete once, so that the whole history of a message is kept. */
public final class RevisionTable {
    private static final String INSERT = """
            INSERT INTO message_revisions (conversation_id, message_id, rank, revised_at, event)
            VALUES (?, ?, ?, ?, CAST(? AS TEXT))
            ON CONFLICT DO NOTHING""";

    private final PreparedStatement insert;

    public RevisionTable(Connection connection) throws SQLException {
        insert = connection.prepareStatement(INSERT);
    }

    /** Adds an edit or a delete to the batch. */
    public void add(long conversationId, ChatEvent event, byte[] value) throws SQLException {
        new StatementParameters(insert)
                .number(conversationId)
                .text(event.messageId().orElseThrow())
                .number(Revision.of(event, value).rank())
                .number(event.at())
                .bytes(value);
        insert.addBatch();
    }

    /** Writes the batch. The messages must have rows: a revision refers to its message. */
    public void flush() throws SQLException {
        insert.executeBatch();
    }
}
