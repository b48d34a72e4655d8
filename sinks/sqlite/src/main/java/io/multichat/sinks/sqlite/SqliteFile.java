package io.multichat.sinks.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** How connections to the file are opened. */
final class SqliteFile {
    // Negative: KiB. Inserts touch pages all over the index of message ids; it should stay in memory.
    private static final int WRITER_CACHE_KIB = -32 * 1024;

    private SqliteFile() {}

    /**
     * A connection that writes; makes the file when it is missing, and brings its schema up to date.
     *
     * <p>WAL: readers and the writer never wait for each other. {@code synchronous=NORMAL}: after a loss of power the last
     * transactions may be gone, as a whole; their offsets are gone with them, so they are read again.
     */
    static Connection openWriter(Path file, Duration busyTimeout) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        config.setCacheSize(WRITER_CACHE_KIB);
        config.setBusyTimeout((int) busyTimeout.toMillis());
        Connection connection = config.createConnection(url(file));
        try {
            // Before the mode is set, which stays in the file: it may be another program's.
            SqliteSchema.version(connection, file);
            useWal(connection);
            SqliteSchema.migrate(connection, file);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A connection that only reads; fails when the file is missing. */
    static Connection openReader(Path file, Duration busyTimeout) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) busyTimeout.toMillis());
        return config.createConnection(url(file));
    }

    private static void useWal(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
    }

    // An absolute path, so that no name is taken for one of the driver's special ones.
    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }
}
