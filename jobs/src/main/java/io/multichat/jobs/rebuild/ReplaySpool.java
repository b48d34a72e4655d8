package io.multichat.jobs.rebuild;

import io.multichat.jobs.export.stage.SortDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The events of a rebuild on disk, in the order in which they are published again: deletions of sessions, then
 * all other accepted events in the order of their acceptance, then
 * the records of the input topics. Used by one thread.
 */
final class ReplaySpool implements AutoCloseable {
    /** Where an event was found; earlier ones are published first. */
    enum Origin {
        /**
         * A deletion of a session, with its interval, in the archive or the transcript. Before the messages around it, because these could
         * become one session under other rules, and that would be deleted instead.
         */
        DELETION,
        ARCHIVE,
        TRANSCRIPT,
        INPUT
    }

    private static final String TABLE = """
            CREATE TABLE events (id INTEGER PRIMARY KEY, origin INTEGER NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL,
              log_offset INTEGER NOT NULL, event BLOB NOT NULL)
            """;
    private static final String INDEX =
            "CREATE INDEX IF NOT EXISTS events_in_order ON events (origin, topic, partition, log_offset)";
    private static final String INSERT =
            "INSERT INTO events (origin, topic, partition, log_offset, event) VALUES (?, ?, ?, ?, ?)";
    private static final String FIND =
            "SELECT event FROM events WHERE origin IN (?, ?) AND topic = ? AND partition = ? AND log_offset = ?";
    private static final String ORDERED = "SELECT event FROM events ORDER BY origin, topic, partition, log_offset";
    private static final String COUNT = "SELECT count(*) FROM events WHERE origin = ?";

    private final SortDatabase database;

    private ReplaySpool(SortDatabase database) {
        this.database = database;
    }

    /** An empty spool in place of what is in the folder. */
    static ReplaySpool create(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(SortDatabase.FILE));
        SortDatabase database = SortDatabase.keptIn(folder);
        database.execute(TABLE);
        return new ReplaySpool(database);
    }

    /** The complete spool in a folder. */
    static ReplaySpool open(Path folder) {
        return new ReplaySpool(SortDatabase.keptIn(folder));
    }

    void add(Origin origin, String topic, int partition, long offset, byte[] event) {
        try (PreparedStatement insert = database.prepare(INSERT)) {
            insert.setInt(1, origin.ordinal());
            insert.setString(2, topic);
            insert.setInt(3, partition);
            insert.setLong(4, offset);
            insert.setBytes(5, event);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Prepares look-ups; call it once all archived events are added. */
    void index() {
        database.execute(INDEX);
    }

    /** True if the same event was archived from this place of its topic. */
    boolean hasArchived(String topic, int partition, long offset, byte[] event) {
        try (PreparedStatement find = database.prepare(FIND)) {
            find.setInt(1, Origin.DELETION.ordinal());
            find.setInt(2, Origin.ARCHIVE.ordinal());
            find.setString(3, topic);
            find.setInt(4, partition);
            find.setLong(5, offset);
            try (ResultSet row = find.executeQuery()) {
                return row.next() && Arrays.equals(row.getBytes(1), event);
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Makes everything outlive the process. */
    void complete() {
        database.commit();
    }

    long count(Origin origin) {
        try (PreparedStatement count = database.prepare(COUNT)) {
            count.setInt(1, origin.ordinal());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Passes on every event, in order. */
    void forEach(Consumer<byte[]> consumer) {
        try (PreparedStatement select = database.prepare(ORDERED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                consumer.accept(row.getBytes(1));
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
