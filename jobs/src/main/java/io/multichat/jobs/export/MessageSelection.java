package io.multichat.jobs.export;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Revision;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventDecoder;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.TranscriptLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalLong;

/** The messages of the selected sessions, each in its newest revision and at the place of its creation. */
final class MessageSelection implements AutoCloseable {
    private static final String TABLE = """
            CREATE TABLE messages (
              session INTEGER NOT NULL, message_id BLOB NOT NULL, sent_at INTEGER NOT NULL, ordering INTEGER NOT NULL,
              created INTEGER NOT NULL, revision_rank INTEGER NOT NULL, revision_at INTEGER NOT NULL, event BLOB NOT NULL,
              UNIQUE (session, message_id))
            """;

    /** Only creations tell the place, of several the least; of all revisions the greatest shows, see {@link Revision}. */
    private static final String INSERT = """
            INSERT INTO messages (session, message_id, sent_at, ordering, created, revision_rank, revision_at, event)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (session, message_id) DO UPDATE SET
              sent_at = CASE WHEN %2$s THEN excluded.sent_at ELSE sent_at END,
              ordering = CASE WHEN %2$s THEN excluded.ordering ELSE ordering END,
              created = created OR excluded.created,
              revision_rank = CASE WHEN %1$s THEN excluded.revision_rank ELSE revision_rank END,
              revision_at = CASE WHEN %1$s THEN excluded.revision_at ELSE revision_at END,
              event = CASE WHEN %1$s THEN excluded.event ELSE event END
            """.formatted(
                    "(excluded.revision_rank, excluded.revision_at, excluded.event) > (revision_rank, revision_at, event)",
                    "excluded.created AND (NOT created OR (excluded.sent_at, excluded.ordering) < (sent_at, ordering))");

    /** Gives the messages of a session in the one order without sorting their contents. */
    private static final String INDEX =
            "CREATE INDEX messages_in_order ON messages (session, sent_at, ordering, message_id)";

    private final SortDatabase database;
    private final SessionSelection sessions;
    private final EventDecoder decoder = new EventDecoder();
    private final PreparedStatement insert;

    MessageSelection(SortDatabase database, SessionSelection sessions) throws SQLException {
        this.database = database;
        this.sessions = sessions;
        database.execute(TABLE);
        insert = database.prepare(INSERT);
    }

    /** Takes the messages of the selected sessions. */
    void read(ArchiveReader archive, SessionSnapshot.Span span) throws IOException {
        archive.forEachEvent(span.startedAt(), span.lastMessageAt() + 1, this::take);
        database.execute(INDEX);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    private void take(TranscriptLine line) {
        EventType kind = line.placement().kind();
        if (!kind.isOfMessage()) {
            return;
        }
        OptionalLong session =
                sessions.containing(line.conversation(), line.placement().sentAt());
        if (session.isPresent()) {
            put(session.getAsLong(), line, decoder.decode(line.event()));
        }
    }

    private void put(long session, TranscriptLine line, ChatEvent event) {
        Revision revision = Revision.of(event, line.event());
        byte[] messageId = event.messageId().orElseThrow().getBytes(StandardCharsets.UTF_8);
        try {
            insert.setLong(1, session);
            insert.setBytes(2, messageId);
            insert.setLong(3, line.placement().sentAt());
            insert.setLong(4, line.placement().order());
            insert.setBoolean(5, event.type() == EventType.MESSAGE_CREATED);
            insert.setInt(6, revision.rank());
            insert.setLong(7, revision.at());
            insert.setBytes(8, line.event());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
