package io.multichat.sinks.sqlite.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.file.SqliteFile;
import io.multichat.sinks.sqlite.file.UncleanStop;
import io.multichat.sinks.sqlite.index.FtsSearchIndex;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.sql.DamagedSearchException;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** What a task knows of a file beyond one connection to it. Used by one thread. */
final class FileCondition {
    private final SqliteSettings settings;
    private final Path file;
    private boolean opened;
    private boolean searchIsDamaged;
    private boolean refuses;

    FileCondition(SqliteSettings settings, Path file) {
        this.settings = settings;
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** A connection that writes; the first one checks a file that was not closed by its last writer. */
    Connection open() throws SQLException {
        boolean unclean = !opened && UncleanStop.isTraceOf(file);
        Connection connection = SqliteFile.openWriter(file, settings.busyTimeout());
        try {
            searchIsDamaged |= unclean && !UncleanStop.check(connection, file);
            if (searchIsDamaged && settings.search()) {
                FtsSearchIndex.rebuild(connection);
            } else {
                FtsSearchIndex.prepare(connection, settings.search());
            }
            searchIsDamaged = false;
            opened = true;
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** True when the file has refused an entry for a reason that was not known: each write must be able to be undone alone. */
    boolean refuses() {
        return refuses;
    }

    /**
     * The verdict REPORT of an error.
     *
     * @throws SQLException the error, when it has another one
     */
    StoreException refusal(SQLException error) throws SQLException {
        StoreException failure = SqliteErrors.translate(file, error);
        if (failure.verdict() != StoreException.Verdict.REPORT) {
            throw error;
        }
        return failure;
    }

    /** What follows from an error after which the connection, and what is not committed, is given up. */
    StoreException judge(SQLException error) {
        searchIsDamaged = settings.search() && error instanceof DamagedSearchException;
        boolean ofTheFile = error instanceof DamagedSearchException && !searchIsDamaged;
        StoreException failure = SqliteErrors.translate(file, ofTheFile ? (SQLException) error.getCause() : error);
        if (failure.verdict() != StoreException.Verdict.REPORT) {
            return failure;
        }
        refuses = true;
        return new StoreException(
                StoreException.Verdict.RETRY,
                failure.getMessage() + "; from now on each write can be undone alone, which is slower",
                error);
    }
}
