package io.multichat.sinks.sqlite.read;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.sqlite.sql.NullableColumn;
import io.multichat.sinks.sqlite.sql.Select;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that the files of a store hold: every session, and every event as it was accepted. Each call sees one state of each file. Used by
 * one thread.
 */
public final class SqliteContents {
    // Everything is read, and nobody waits for a page.
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final String CREATIONS = """
            SELECT c.key, m.sent_at, m.ordering, 'message.created', coalesce(m.original, m.event), NULL
            FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
            WHERE m.ordering IS NOT NULL AND m.sent_at >= ? AND m.sent_at < ?
            """;

    private static final String REVISIONS = """
            SELECT c.key, m.sent_at, coalesce(m.ordering, 0),
              CASE r.rank WHEN 2 THEN 'message.deleted' ELSE 'message.edited' END, r.event, NULL
            FROM messages AS m JOIN message_revisions AS r ON r.conversation_id = m.conversation_id AND r.message_id = m.message_id
              JOIN conversations AS c ON c.id = m.conversation_id
            WHERE m.sent_at >= ? AND m.sent_at < ?
            """;

    /** An end sets the next boundary, unless an earlier one of the same session has set it. */
    private static final String OTHERS = """
            SELECT key, sent_at, ordering, type, event,
              CASE WHEN type = 'session.ended' AND row_number() OVER
                (PARTITION BY conversation_id, type, boundary ORDER BY ordering, id) = 1 THEN boundary END
            FROM (SELECT c.key, e.id, e.conversation_id, e.sent_at, e.ordering, e.type, e.event,
                CASE e.type WHEN 'session.ended' THEN (SELECT min(b.boundary_at) FROM boundaries AS b
                  WHERE b.conversation_id = e.conversation_id AND b.boundary_at >= e.sent_at) END AS boundary
              FROM events AS e JOIN conversations AS c ON c.id = e.conversation_id)
            WHERE sent_at >= ? AND sent_at < ?
            """;

    private final Path file;

    /** Takes the events. */
    @FunctionalInterface
    public interface EventConsumer {
        /**
         * Takes an event.
         *
         * @param placement without a session; the order of an edit or a delete is that of its message
         * @param value its JSON
         */
        void accept(Conversation conversation, Placement placement, byte[] value);
    }

    /** @param file the path in {@code sqlite.file}, in either layout */
    public SqliteContents(Path file) {
        this.file = file;
    }

    /** False if the store has no file yet. */
    public boolean exist() {
        try (ReadFiles files = new ReadFiles(file)) {
            return files.all().values().stream().anyMatch(each -> Files.exists(each.file()));
        }
    }

    /**
     * Passes on the newest snapshot of every session, unordered.
     *
     * @throws io.multichat.reading.StoreException if a file cannot be read
     */
    public void forEachSnapshot(Consumer<SessionSnapshot> consumer) {
        read(connection -> new Select(SessionRow.SELECT).forEachWhile(connection, row -> {
            consumer.accept(SessionRow.read(row));
            return true;
        }));
    }

    /**
     * Passes on the events that are stored under a range of time, unordered.
     *
     * @param fromMs UTC milliseconds, included
     * @param untilMs UTC milliseconds, not included
     * @throws io.multichat.reading.StoreException if a file cannot be read
     */
    public void forEachEvent(long fromMs, long untilMs, EventConsumer consumer) {
        read(connection -> {
            for (String query : new String[] {CREATIONS, REVISIONS, OTHERS}) {
                new Select(query).with("", fromMs, untilMs).forEachWhile(connection, row -> {
                    pass(row, consumer);
                    return true;
                });
            }
        });
    }

    private static void pass(ResultSet row, EventConsumer consumer) throws SQLException {
        EventType type = EventType.ofWireName(row.getString(4)).orElseThrow();
        Placement placement =
                new Placement(Optional.empty(), row.getLong(2), row.getLong(3), type, NullableColumn.number(row, 6));
        consumer.accept(Conversation.ofKey(row.getString(1)), placement, row.getBytes(5));
    }

    private void read(Reading reading) {
        try (ReadFiles files = new ReadFiles(file)) {
            for (ReadConnections each : files.all().values()) {
                each.ask(true, System.nanoTime() + PATIENCE.toNanos(), connection -> {
                    reading.read(connection);
                    return true;
                });
            }
        }
    }

    /** Reads one file. */
    @FunctionalInterface
    private interface Reading {
        void read(Connection connection) throws SQLException;
    }
}
