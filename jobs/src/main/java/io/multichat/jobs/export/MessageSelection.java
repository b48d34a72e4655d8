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

/** Collects every version of the messages of the selected sessions from the archive, unsorted. */
final class MessageSelection implements AutoCloseable {
    private static final String TABLE = """
            CREATE TABLE versions (
              id INTEGER PRIMARY KEY, session INTEGER NOT NULL, message_id BLOB NOT NULL, sent_at INTEGER NOT NULL,
              ordering INTEGER NOT NULL, revision_rank INTEGER NOT NULL, revision_at INTEGER NOT NULL, event BLOB NOT NULL)
            """;

    private static final String INSERT = """
            INSERT INTO versions (session, message_id, sent_at, ordering, revision_rank, revision_at, event)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

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

    /** Collects the versions of messages that were sent in this span. */
    void read(ArchiveReader archive, SessionSnapshot.Span span) throws IOException {
        archive.forEachEvent(span.startedAt(), span.lastMessageAt() + 1, this::take);
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
            put(session.getAsLong(), line);
        }
    }

    private void put(long session, TranscriptLine line) {
        ChatEvent event = decoder.decode(line.event());
        Revision version = Revision.of(event, line.event());
        byte[] messageId = event.messageId().orElseThrow().getBytes(StandardCharsets.UTF_8);
        try {
            insert.setLong(1, session);
            insert.setBytes(2, messageId);
            insert.setLong(3, line.placement().sentAt());
            insert.setLong(4, line.placement().order());
            insert.setInt(5, version.rank());
            insert.setLong(6, version.at());
            insert.setBytes(7, line.event());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
