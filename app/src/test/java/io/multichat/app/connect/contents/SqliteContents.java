package io.multichat.app.connect.contents;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The contents of a database, read with SQL. Local ids are left out because they have no meaning outside it. */
final class SqliteContents {
    /** The first column of each query is the row's name. */
    private static final String[] QUERIES = {
        "SELECT 'conversation ' || key, hash, platform, channel, thread FROM conversations", """
        SELECT 'message ' || c.key || ' ' || message_id, sent_at, ordering, sender_id, sender_name, role, text, reply_to,
          edited_at, deleted_at, event, original
        FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id""", """
        SELECT 'event ' || lower(hex(identity)), c.key, type, sent_at, ordering, message_id, sender_id, sender_name, role,
          emoji, event
        FROM events AS e JOIN conversations AS c ON c.id = e.conversation_id""", """
        SELECT 'boundary ' || c.key || ' ' || boundary_at
        FROM boundaries AS b JOIN conversations AS c ON c.id = b.conversation_id""", """
        SELECT 'session ' || session_id, c.key, state, merged_into, started_at, last_message_at, closed_at, closed_by,
          messages, edits, deletes, participants, participants_approximate, text_bytes, generation, version, gap,
          first_message_id, last_message_id, user_messages, assistant_messages, system_messages, tool_messages, bot_messages
        FROM sessions AS s JOIN conversations AS c ON c.id = s.conversation_id"""
    };

    private static final String REVISIONS = """
        SELECT 'revision ' || c.key || ' ' || message_id || ' ' || rank || ' ' || revised_at || ' ', event
        FROM message_revisions AS r JOIN conversations AS c ON c.id = r.conversation_id""";

    private SqliteContents() {}

    static Rows of(Path file) throws SQLException {
        Rows rows = new Rows();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String query : QUERIES) {
                add(statement, query, rows);
            }
            addRevisions(statement, rows);
            addDamage(statement, rows);
        }
        return rows;
    }

    private static void add(Statement statement, String query, Rows rows) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            Object[] fields = new Object[result.getMetaData().getColumnCount() - 1];
            while (result.next()) {
                for (int i = 0; i < fields.length; i++) {
                    fields[i] = result.getObject(i + 2);
                }
                rows.add(result.getString(1), fields);
            }
        }
    }

    private static void addRevisions(Statement statement, Rows rows) throws SQLException {
        try (ResultSet result = statement.executeQuery(REVISIONS)) {
            while (result.next()) {
                rows.add(result.getString(1) + Rows.hash(result.getString(2).getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Adds rows if SQLite finds the file damaged, which no model expects. */
    private static void addDamage(Statement statement, Rows rows) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            while (result.next()) {
                if (!result.getString(1).equals("ok")) {
                    rows.add("damage: " + result.getString(1));
                }
            }
        }
    }
}
