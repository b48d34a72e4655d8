package io.multichat.benchmarks.reading;

import io.multichat.benchmarks.child.BenchmarkException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to ask for, as SQLite has it.
 *
 * @param file the database
 * @param sessions sessions of usual size, at random
 * @param longest the session with the most messages
 * @param quiet the conversation with the fewest messages that has the common word
 */
record Catalogue(Path file, List<KnownSession> sessions, KnownSession longest, Place quiet) {
    /** A word in one of 40 messages. */
    static final String COMMON = "rollback";

    private static final int SESSIONS = 1_000;
    private static final int USUAL_MESSAGES = 200;
    private static final String COLUMNS = "SELECT s.session_id, s.conversation_id, c.platform, c.channel, s.started_at,"
            + " s.last_message_at, s.messages FROM sessions AS s JOIN conversations AS c ON c.id = s.conversation_id"
            + " WHERE s.state IN ('open', 'closed')";

    /**
     * A conversation.
     *
     * @param row its id in the database
     */
    record Place(long row, String platform, String channel) {}

    /**
     * A session.
     *
     * @param id its id
     * @param place its conversation
     * @param startedAt time of its first message, UTC milliseconds
     * @param lastMessageAt time of its last message, UTC milliseconds
     * @param messages number of messages
     */
    record KnownSession(String id, Place place, long startedAt, long lastMessageAt, long messages) {}

    /** Reads it from a database that has everything. */
    static Catalogue read(Path file) {
        try (Connection connection = connect(file)) {
            List<KnownSession> usual = sessions(
                    connection,
                    COLUMNS + " AND s.messages >= " + USUAL_MESSAGES + " ORDER BY s.session_id LIMIT " + SESSIONS);
            List<KnownSession> longest = sessions(connection, COLUMNS + " ORDER BY s.messages DESC LIMIT 1");
            List<KnownSession> quiet = sessions(
                    connection,
                    COLUMNS + " AND EXISTS (SELECT 1 FROM messages AS m WHERE m.conversation_id = s.conversation_id"
                            + " AND m.text LIKE '% " + COMMON + " %') ORDER BY s.messages LIMIT 1");
            if (usual.isEmpty() || quiet.isEmpty()) {
                throw new BenchmarkException("too little chat to ask for: publish more with --read-messages");
            }
            return new Catalogue(file, usual, longest.get(0), quiet.get(0).place());
        } catch (SQLException e) {
            throw new BenchmarkException("the database cannot be read", e);
        }
    }

    /** A connection that only reads. */
    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:file:" + file.toAbsolutePath() + "?mode=ro");
    }

    private static List<KnownSession> sessions(Connection connection, String query) throws SQLException {
        List<KnownSession> sessions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                Place place = new Place(row.getLong(2), row.getString(3), row.getString(4));
                sessions.add(new KnownSession(row.getString(1), place, row.getLong(5), row.getLong(6), row.getLong(7)));
            }
        }
        return sessions;
    }
}
