package io.multichat.sinks.sqlite.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConnection;

/** Copies a database with SQLite's own backup interface while others write to it. */
public final class FileCopy {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RETRY_MS = 100;
    private static final int RETRIES = 300;

    /** In one step, so that all pages are of one state. In several, each write by another process would start it again. */
    private static final int ALL_PAGES = -1;

    private FileCopy() {}

    /**
     * Writes the state that the file has now, including what is only in its write-ahead log. The copy is one file without a log; a
     * writer that opens it gives it one again.
     *
     * @param copy a file that does not exist
     */
    public static void write(Path file, Path copy) throws SQLException {
        String path = copy.toAbsolutePath().toString();
        try (Connection connection = SqliteFile.openReader(file, PATIENCE)) {
            SqliteSchema.version(connection, file);
            connection
                    .unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup("main", path, null, RETRY_MS, RETRIES, ALL_PAGES);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            SqliteSchema.run(connection, "PRAGMA journal_mode = DELETE");
        }
    }
}
