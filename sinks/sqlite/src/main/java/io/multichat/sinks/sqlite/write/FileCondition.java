package io.multichat.sinks.sqlite.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.file.SqliteFile;
import io.multichat.sinks.sqlite.file.UncleanStop;
import io.multichat.sinks.sqlite.index.IndexTables;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.sql.DamagedSearchException;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The condition of a file across its connections: checked, damaged, or refusing entries. Used by one thread. */
final class FileCondition {
    private final SqliteSettings settings;
    private final Path file;
    private boolean opened;
    private boolean searchIsDamaged;
    private boolean hasRefusedEntries;

    FileCondition(SqliteSettings settings, Path file) {
        this.settings = settings;
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Opens a connection that writes. The first call checks the file if its last writer did not close it. */
    Connection open() throws SQLException {
        boolean unclean = !opened && UncleanStop.isTraceOf(file);
        Connection connection = SqliteFile.openWriter(file, settings.busyTimeout());
        try {
            searchIsDamaged |= unclean && !UncleanStop.check(connection, file);
            if (searchIsDamaged && settings.search()) {
                IndexTables.rebuild(connection);
            } else {
                IndexTables.prepare(connection, settings.search());
            }
            searchIsDamaged = false;
            opened = true;
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** True if the file has refused an entry for an unforeseen reason: then each write must be undoable on its own. */
    boolean hasRefusedEntries() {
        return hasRefusedEntries;
    }

    /**
     * Translates an error with the verdict REPORT.
     *
     * @throws SQLException the error itself, if it has another verdict
     */
    StoreException refusal(SQLException error) throws SQLException {
        StoreException failure = SqliteErrors.translate(file, error);
        if (failure.verdict() != StoreException.Verdict.REPORT) {
            throw error;
        }
        return failure;
    }

    /**
     * Translates an error after which the connection and everything uncommitted are discarded. Remembers what the error
     * reveals about the file.
     */
    StoreException judge(SQLException error) {
        searchIsDamaged = settings.search() && error instanceof DamagedSearchException;
        boolean ofTheFile = error instanceof DamagedSearchException && !searchIsDamaged;
        StoreException failure = SqliteErrors.translate(file, ofTheFile ? (SQLException) error.getCause() : error);
        if (failure.verdict() != StoreException.Verdict.REPORT) {
            return failure;
        }
        hasRefusedEntries = true;
        return new StoreException(
                StoreException.Verdict.RETRY,
                failure.getMessage() + "; retrying with a savepoint for each write, which is slower",
                error);
    }
}
