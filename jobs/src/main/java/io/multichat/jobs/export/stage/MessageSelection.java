package io.multichat.jobs.export.stage;

import io.multichat.events.ChatEvent;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.versions.Revision;
import io.multichat.jobs.export.source.ExportSource;
import io.multichat.jobs.export.source.SourceEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Collects every version of the messages of the selected sessions, unsorted, and passes other events on. */
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
    private final OtherEvents others;
    private final EventDecoder decoder = new EventDecoder();
    private final PreparedStatement insert;

    MessageSelection(SortDatabase database, SessionSelection sessions, OtherEvents others) throws SQLException {
        this.database = database;
        this.sessions = sessions;
        this.others = others;
        database.execute(TABLE);
        insert = database.prepare(INSERT);
    }

    /** Collects what happened in this span. */
    void read(ExportSource source, SessionSnapshot.Span span) throws IOException {
        source.forEachEvent(span.startedAt(), span.lastMessageAt() + 1, this::take);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    private void take(SourceEvent event) {
        if (!event.placement().kind().isOfMessage()) {
            others.take(event);
            return;
        }
        Optional<SessionSelection.Place> place =
                sessions.place(event.conversation(), event.placement().sentAt());
        if (place.isPresent() && place.get().inside() && place.get().selected()) {
            put(place.get().session(), event);
        }
    }

    private void put(long session, SourceEvent event) {
        ChatEvent decoded = decoder.decode(event.value());
        Revision version = Revision.of(decoded, event.value());
        byte[] messageId = decoded.messageId().orElseThrow().getBytes(StandardCharsets.UTF_8);
        try {
            insert.setLong(1, session);
            insert.setBytes(2, messageId);
            insert.setLong(3, event.placement().sentAt());
            insert.setLong(4, event.placement().order());
            insert.setInt(5, version.rank());
            insert.setLong(6, version.at());
            insert.setBytes(7, event.value());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
