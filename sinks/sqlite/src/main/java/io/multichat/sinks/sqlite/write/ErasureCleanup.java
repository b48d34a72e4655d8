package io.multichat.sinks.sqlite.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.file.SchemaBackup;
import io.multichat.sinks.sqlite.file.SqliteFile;
import io.multichat.sinks.sqlite.file.SqliteSchema;
import io.multichat.sinks.sqlite.index.IndexTables;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.sql.Select;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what erased rows leave behind in the bytes of a file: words in the search index, copies of rows that once moved between pages,
 * pages in the write-ahead log, and backups of earlier schemas. {@code secure_delete} alone does not: it overwrites a row where it is, not
 * where it was before its page was split.
 *
 * <p>Runs after the transaction of an erasure, for many erasures at once, because it rewrites the whole file. The file records which
 * erasures are cleaned up, so an interrupted cleanup is repeated.
 */
final class ErasureCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureCleanup.class);
    /** The commands of one erasure arrive within this time. */
    private static final long COLLECT_MS = 10_000;
    // After a reader kept the log from being truncated.
    private static final long RETRY_MS = 1_000;
    private static final long RETRY_WITHOUT_ROOM_MS = 60_000;
    private static final long RETRY_AFTER_FAILURE_MS = 60_000;
    /** A rewrite needs the size of the file twice: for a temporary copy, which may be on another disk, and for the log. */
    private static final String ROOM = "SELECT 2 * page_count * page_size FROM pragma_page_count(), pragma_page_size()";

    private final Connection connection;
    private final Path file;
    private final SqliteSettings settings;
    private boolean due;
    /** When the next attempt is due; negative while nothing is. */
    private long dueMs = -1;
    /**
     * The file is not rewritten again before. Counted from the end of a rewrite, so that frequent erasures do not rewrite it all the time,
     * however long that takes.
     */
    private long earliestMs = Long.MIN_VALUE;
    /** The newest erasure before the file was last rewritten. */
    private long rewritten = -1;

    /** @param connection the writer's, which is only asked; a connection with prepared statements cannot rewrite its file */
    ErasureCleanup(Connection connection, Path file, SqliteSettings settings) throws SQLException {
        this.connection = connection;
        this.file = file;
        this.settings = settings;
        due = newest() > number(connection, "SELECT cleaned FROM erasure_cleanup");
    }

    /** Notes whether a transaction erased something. After a rewrite, erasures are collected again. */
    void noteErased(boolean erased) {
        if (erased && rewritten >= 0) {
            rewritten = -1;
            dueMs = -1;
        }
        due |= erased;
    }

    /**
     * Cleans up if it is time. Call outside a transaction.
     *
     * @param clockMs a monotonic clock, milliseconds; read again after a rewrite, which may take minutes
     * @return milliseconds until the next call is due; {@link Long#MAX_VALUE} if nothing is left to do
     */
    long run(LongSupplier clockMs) throws SQLException {
        if (!due) {
            return Long.MAX_VALUE;
        }
        long nowMs = clockMs.getAsLong();
        long settleMs = settings.eraseSettle().toMillis();
        dueMs = dueMs < 0 ? Math.max(nowMs + Math.min(settleMs, COLLECT_MS), earliestMs) : dueMs;
        if (nowMs >= dueMs) {
            long againMs = cleanUp(clockMs);
            nowMs = clockMs.getAsLong();
            dueMs = nowMs + againMs;
        }
        if (due) {
            return dueMs - nowMs;
        }
        dueMs = -1;
        return Long.MAX_VALUE;
    }

    /**
     * Rewrites the file if that is necessary, and removes what else holds traces.
     *
     * @param clockMs a monotonic clock, milliseconds
     * @return the time until the next attempt if this one is not enough, milliseconds
     */
    private long cleanUp(LongSupplier clockMs) throws SQLException {
        long newest = newest();
        if (rewritten < newest && !hasRoom()) {
            return RETRY_WITHOUT_ROOM_MS;
        }
        try (Connection own = SqliteFile.openWriter(file, settings.busyTimeout())) {
            if (rewritten < newest) {
                IndexTables.optimize(own);
                SqliteSchema.run(own, "VACUUM");
                rewritten = newest;
                earliestMs = clockMs.getAsLong() + settings.eraseSettle().toMillis();
            }
            if (!truncateLog(own)) {
                return RETRY_MS;
            }
            SchemaBackup.deleteAll(file);
            SqliteSchema.run(own, "UPDATE erasure_cleanup SET cleaned = max(cleaned, " + newest + ")");
        } catch (SQLException e) {
            if (SqliteErrors.isDamage(e)) {
                throw e;
            }
            return later(SqliteErrors.translate(file, e));
        } catch (StoreException e) {
            return later(e);
        }
        due = false;
        return 0;
    }

    /** Records are still written; only the traces stay. */
    private long later(StoreException failure) {
        LOG.warn(
                "{} still holds traces of erased rows, because cleaning it failed: {}. While SQLite rewrites the file, it keeps a"
                        + " copy in the folder that SQLITE_TMPDIR or TMPDIR names, else in /var/tmp or /tmp: it needs"
                        + " room for the whole file; retrying in a minute",
                file,
                failure.getMessage(),
                failure);
        return RETRY_AFTER_FAILURE_MS;
    }

    /** Without room, records are still written; only the traces stay. */
    private boolean hasRoom() throws SQLException {
        long needed = number(connection, ROOM);
        long free = file.toFile().getAbsoluteFile().getParentFile().getUsableSpace();
        if (free < needed) {
            LOG.warn(
                    "{} still holds traces of erased rows. To rewrite it takes {} bytes of disk space, but only {} are free;"
                            + " free some space; retrying in a minute",
                    file,
                    needed,
                    free);
        }
        return free >= needed;
    }

    private static boolean truncateLog(Connection own) throws SQLException {
        try (Statement statement = own.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return result.next() && result.getInt(1) == 0;
        }
    }

    private long newest() throws SQLException {
        return number(connection, "SELECT coalesce(max(id), 0) FROM erasures");
    }

    private static long number(Connection connection, String query) throws SQLException {
        return new Select(query).first(connection, row -> row.getLong(1)).orElseThrow();
    }
}
