package io.multichat.sinks.sqlite.write;

import io.multichat.sinks.sqlite.file.SchemaBackup;
import io.multichat.sinks.sqlite.file.SqliteSchema;
import io.multichat.sinks.sqlite.index.IndexTables;
import io.multichat.sinks.sqlite.sql.Select;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Removes what erased rows leave behind in the bytes of a file: words in the search index, pages in the write-ahead log, backups of
 * earlier schemas and, once in the life of a file, the unused parts of pages that were written before {@code secure_delete} was on.
 *
 * <p>Runs after the transaction of an erasure, for many erasures at once, and takes seconds for a large file. The file records which
 * erasures are cleaned up, so an interrupted cleanup is repeated.
 */
final class ErasureCleanup {
    // After a reader kept the log from being truncated.
    private static final long RETRY_MS = 1_000;

    private final Connection connection;
    private final Path file;
    private final long settleMs;
    private boolean due;
    /** When this learned that it is due; negative before. */
    private long sinceMs = -1;

    /** @param settleMs how long to wait for more erasures, milliseconds */
    ErasureCleanup(Connection connection, Path file, long settleMs) throws SQLException {
        this.connection = connection;
        this.file = file;
        this.settleMs = settleMs;
        due = newest() > number("SELECT cleaned FROM erasure_cleanup");
    }

    /** Notes whether a transaction erased something. */
    void noteErased(boolean erased) {
        due |= erased;
    }

    /**
     * Cleans up if it is time. Call outside a transaction.
     *
     * @param nowMs a monotonic clock, milliseconds
     * @return milliseconds until the next call is due; {@link Long#MAX_VALUE} if nothing is left to do
     */
    long run(long nowMs) throws SQLException {
        if (!due) {
            return Long.MAX_VALUE;
        }
        sinceMs = sinceMs < 0 ? nowMs : sinceMs;
        if (nowMs < sinceMs + settleMs) {
            return sinceMs + settleMs - nowMs;
        }
        due = !cleanUp();
        sinceMs = -1;
        return due ? RETRY_MS : Long.MAX_VALUE;
    }

    /** Returns false if a reader still uses the log, so that erased pages may remain in it. */
    private boolean cleanUp() throws SQLException {
        long newest = newest();
        IndexTables.optimize(connection);
        if (number("SELECT vacuumed FROM erasure_cleanup") == 0) {
            SqliteSchema.run(connection, "VACUUM");
            SqliteSchema.run(connection, "UPDATE erasure_cleanup SET vacuumed = 1");
        }
        if (!truncateLog()) {
            return false;
        }
        SchemaBackup.deleteAll(file);
        SqliteSchema.run(connection, "UPDATE erasure_cleanup SET cleaned = max(cleaned, " + newest + ")");
        return true;
    }

    private boolean truncateLog() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return result.next() && result.getInt(1) == 0;
        }
    }

    private long newest() throws SQLException {
        return number("SELECT coalesce(max(id), 0) FROM erasures");
    }

    private long number(String query) throws SQLException {
        return new Select(query).first(connection, row -> row.getLong(1)).orElseThrow();
    }
}
