package io.multichat.jobs.refill;

import io.multichat.events.Conversation;
import io.multichat.jobs.export.stage.SortDatabase;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lines of the archive on disk, sorted by conversation: first the commands, then the versions of messages, the newest message first, then
 * the snapshots. Used by one thread.
 */
final class NewestFirst implements AutoCloseable {
    /** What a line is, in the order in which the lines of a conversation are read. */
    enum Kind {
        COMMAND,
        MESSAGE,
        SNAPSHOT
    }

    /** Takes a line and the partition that it was read from. */
    @FunctionalInterface
    interface SortedLines {
        void accept(Kind kind, int partition, byte[] line);
    }

    private static final String TABLE = """
            CREATE TABLE lines (id INTEGER PRIMARY KEY, conversation TEXT NOT NULL, kind INTEGER NOT NULL, sent_at INTEGER NOT NULL,
              partition INTEGER NOT NULL, line BLOB NOT NULL)""";
    private static final String INSERT =
            "INSERT INTO lines (conversation, kind, sent_at, partition, line) VALUES (?, ?, ?, ?, ?)";
    private static final String INDEX =
            "CREATE INDEX IF NOT EXISTS newest_first ON lines (conversation, kind, sent_at DESC)";
    private static final String SELECT =
            "SELECT kind, partition, line FROM lines ORDER BY conversation, kind, sent_at DESC";

    private final SortDatabase database;

    private NewestFirst(SortDatabase database) {
        this.database = database;
    }

    /** Without lines, in a temporary folder that {@link #close} deletes. */
    static NewestFirst in(Path scratch) {
        SortDatabase database = SortDatabase.in(scratch);
        database.execute(TABLE);
        return new NewestFirst(database);
    }

    /** @param sentAt of a version, that of its message; UTC milliseconds */
    void add(Kind kind, Conversation conversation, long sentAt, int partition, byte[] line) {
        try (PreparedStatement insert = database.prepare(INSERT)) {
            insert.setString(1, conversation.key());
            insert.setInt(2, kind.ordinal());
            insert.setLong(3, sentAt);
            insert.setInt(4, partition);
            insert.setBytes(5, line);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Passes on every line, in order. */
    void forEach(SortedLines consumer) {
        database.execute(INDEX);
        try (PreparedStatement select = database.prepare(SELECT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                consumer.accept(Kind.values()[row.getInt(1)], row.getInt(2), row.getBytes(3));
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
