package io.multichat.jobs.export.stage;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.jobs.export.source.ExportSource;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Collects the open and closed sessions of the considered conversations, each with its newest snapshot, and marks those to export. A
 * message belongs to the session whose interval contains it, so merges need no redirects.
 */
final class SessionSelection implements AutoCloseable {
    private static final String CONVERSATIONS = """
            CREATE TABLE conversations (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE)
            """;

    private static final String TABLE = """
            CREATE TABLE sessions (
              id INTEGER PRIMARY KEY, session_id TEXT NOT NULL UNIQUE, conversation INTEGER NOT NULL, live INTEGER NOT NULL,
              started_at INTEGER NOT NULL, last_message_at INTEGER NOT NULL,
              generation INTEGER NOT NULL, counter INTEGER NOT NULL, messages INTEGER NOT NULL, snapshot BLOB NOT NULL,
              selected INTEGER NOT NULL, matched INTEGER NOT NULL DEFAULT 0, found INTEGER NOT NULL DEFAULT 0)
            """;

    /** Serves one lookup by conversation and time for each event. */
    private static final String INDEX = "CREATE INDEX sessions_by_start ON sessions (conversation, started_at)";

    private static final String INSERT_CONVERSATION = "INSERT OR IGNORE INTO conversations (key) VALUES (?)";

    private static final String INSERT = """
            INSERT INTO sessions (session_id, conversation, live, started_at, last_message_at, generation, counter,
              messages, snapshot, selected)
            VALUES (?, (SELECT id FROM conversations WHERE key = ?), ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (session_id) DO UPDATE SET live = excluded.live, started_at = excluded.started_at,
              last_message_at = excluded.last_message_at, generation = excluded.generation, counter = excluded.counter,
              messages = excluded.messages, snapshot = excluded.snapshot, selected = excluded.selected
            WHERE (excluded.generation, excluded.counter) > (generation, counter)
            """;

    /** The session that had begun at a time, else the first one of the conversation. */
    private static final String PLACE = """
            SELECT s.id, s.started_at, s.last_message_at, s.selected, c.id
            FROM conversations c CROSS JOIN sessions s ON s.conversation = c.id
            WHERE c.key = ?1 AND s.started_at <= max(?2, (SELECT min(started_at) FROM sessions WHERE conversation = c.id))
            ORDER BY s.started_at DESC LIMIT 1
            """;

    private final SortDatabase database;
    private final SnapshotEncoder encoder = new SnapshotEncoder();
    private final PreparedStatement insertConversation;
    private final PreparedStatement insert;
    private final PreparedStatement place;

    /**
     * The place of an event in its conversation.
     *
     * @param session row id of the session that contains it, else of the last one before it, else of the first one
     * @param conversation row id of the conversation
     * @param inside true when it is within the interval of the session
     * @param selected true when the session is selected
     */
    record Place(long session, long conversation, boolean inside, boolean selected) {}

    SessionSelection(SortDatabase database) throws SQLException {
        this.database = database;
        database.execute(CONVERSATIONS);
        database.execute(TABLE);
        database.execute(INDEX);
        insertConversation = database.prepare(INSERT_CONVERSATION);
        insert = database.prepare(INSERT);
        place = database.prepare(PLACE);
    }

    /** Reads all snapshots, since a long session's id may be far outside the range. */
    void read(ExportSource source, ExportSelection selection) throws IOException {
        source.forEachSnapshot(snapshot -> {
            if (selection.considers(snapshot)) {
                put(snapshot, selection.selects(snapshot));
            }
        });
        database.execute("DELETE FROM sessions WHERE NOT live");
    }

    /** The span from the first message of any selected session to the last; empty if nothing is selected. */
    Optional<SessionSnapshot.Span> span() {
        try (PreparedStatement select = database.prepare(
                        "SELECT count(*), min(started_at), max(last_message_at) FROM sessions WHERE selected");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1) == 0
                    ? Optional.empty()
                    : Optional.of(new SessionSnapshot.Span(row.getLong(2), row.getLong(3)));
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** The place of an event; empty if no session of its conversation is considered. */
    Optional<Place> place(Conversation conversation, long at) {
        try {
            place.setString(1, conversation.key());
            place.setLong(2, at);
            try (ResultSet row = place.executeQuery()) {
                return row.next()
                        ? Optional.of(new Place(
                                row.getLong(1),
                                row.getLong(5),
                                at >= row.getLong(2) && at <= row.getLong(3),
                                row.getBoolean(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        insertConversation.close();
        insert.close();
        place.close();
    }

    private void put(SessionSnapshot snapshot, boolean selected) {
        try {
            insertConversation.setString(1, snapshot.conversation().key());
            insertConversation.executeUpdate();
            insert.setString(1, snapshot.sessionId().toString());
            insert.setString(2, snapshot.conversation().key());
            insert.setBoolean(3, snapshot.status().isLive());
            insert.setLong(4, snapshot.span().startedAt());
            insert.setLong(5, snapshot.span().lastMessageAt());
            insert.setInt(6, snapshot.version().generation());
            insert.setLong(7, snapshot.version().counter());
            insert.setLong(8, snapshot.counts().messages());
            insert.setBytes(9, encoder.encode(snapshot));
            insert.setBoolean(10, selected);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
