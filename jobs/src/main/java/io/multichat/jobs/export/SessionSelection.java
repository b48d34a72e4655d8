package io.multichat.jobs.export;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.sinks.archive.read.ArchiveReader;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Collects the sessions to export: the newest snapshot of each, open and closed ones only. A message belongs to the session
 * whose interval contains it, so merges need no redirects.
 */
final class SessionSelection implements AutoCloseable {
    /** Serves one lookup by conversation and time for each message. */
    private static final String INDEX = "CREATE INDEX sessions_by_start ON sessions (conversation, started_at)";

    private static final String TABLE = """
            CREATE TABLE sessions (
              id INTEGER PRIMARY KEY, session_id TEXT NOT NULL UNIQUE, conversation TEXT NOT NULL, state TEXT NOT NULL,
              started_at INTEGER NOT NULL, last_message_at INTEGER NOT NULL,
              generation INTEGER NOT NULL, counter INTEGER NOT NULL, messages INTEGER NOT NULL, snapshot BLOB NOT NULL)
            """;

    private static final String INSERT = """
            INSERT INTO sessions (session_id, conversation, state, started_at, last_message_at, generation, counter,
              messages, snapshot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (session_id) DO UPDATE SET state = excluded.state, started_at = excluded.started_at,
              last_message_at = excluded.last_message_at, generation = excluded.generation, counter = excluded.counter,
              messages = excluded.messages, snapshot = excluded.snapshot
            WHERE (excluded.generation, excluded.counter) > (generation, counter)
            """;

    private static final String CONTAINING = """
            SELECT id, last_message_at FROM sessions WHERE conversation = ? AND started_at <= ?
            ORDER BY started_at DESC LIMIT 1
            """;

    private final SortDatabase database;
    private final SnapshotEncoder encoder = new SnapshotEncoder();
    private final PreparedStatement insert;
    private final PreparedStatement containing;

    SessionSelection(SortDatabase database) throws SQLException {
        this.database = database;
        database.execute(TABLE);
        database.execute(INDEX);
        insert = database.prepare(INSERT);
        containing = database.prepare(CONTAINING);
    }

    /** Reads the requested sessions. Reads all snapshots, since a long session's id may be far outside the range. */
    void read(ArchiveReader archive, ExportRequest request) throws IOException {
        archive.forEachSnapshot(0, ChatEvent.MAX_TIME + 1, snapshot -> {
            if (request.conversation().isEmpty() || request.conversation().get().equals(snapshot.conversation())) {
                put(snapshot);
            }
        });
        database.execute("DELETE FROM sessions WHERE state NOT IN ('open', 'closed') OR started_at >= " + request.toMs()
                + " OR last_message_at < " + request.fromMs());
    }

    /** The span from the first message of any session to the last; empty if nothing is selected. */
    Optional<SessionSnapshot.Span> span() {
        try (PreparedStatement select =
                        database.prepare("SELECT count(*), min(started_at), max(last_message_at) FROM sessions");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1) == 0
                    ? Optional.empty()
                    : Optional.of(new SessionSnapshot.Span(row.getLong(2), row.getLong(3)));
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** The row id of the session that contains a message sent at this time; empty when it is not selected. */
    OptionalLong containing(Conversation conversation, long sentAt) {
        try {
            containing.setString(1, conversation.key());
            containing.setLong(2, sentAt);
            try (ResultSet row = containing.executeQuery()) {
                boolean inside = row.next() && sentAt <= row.getLong(2);
                return inside ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        containing.close();
    }

    private void put(SessionSnapshot snapshot) {
        try {
            insert.setString(1, snapshot.sessionId().toString());
            insert.setString(2, snapshot.conversation().key());
            insert.setString(3, snapshot.status().state().wireName());
            insert.setLong(4, snapshot.span().startedAt());
            insert.setLong(5, snapshot.span().lastMessageAt());
            insert.setInt(6, snapshot.version().generation());
            insert.setLong(7, snapshot.version().counter());
            insert.setLong(8, snapshot.counts().messages());
            insert.setBytes(9, encoder.encode(snapshot));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
