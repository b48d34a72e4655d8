package io.multichat.sinks.sqlite.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** How connections to the file are opened. */
public final class SqliteFile {
    // Negative: KiB. Inserts touch pages all over the index of message ids; it should stay in memory.
    private static final int WRITER_CACHE_KIB = -32 * 1024;

    // Pages of 4 KiB, 64 MiB in all. Inserts touch the same pages of indexes again and again; a page that changed often
    // since the last checkpoint is written into the database once. Measured: a third faster than SQLite's 1,000.
    private static final int CHECKPOINT_PAGES = 16_000;
    // What one huge transaction (an index that is built) took, the file system gets back.
    private static final int LOG_BYTES = 64 * 1024 * 1024;

    private SqliteFile() {}

    /**
     * A connection that writes; makes the file when it is missing, and brings its schema up to date.
     *
     * <p>WAL: readers and the writer never wait for each other. {@code synchronous=NORMAL}: after a loss of power the last
     * transactions may be gone, as a whole; their offsets are gone with them, so they are read again.
     */
    public static Connection openWriter(Path file, Duration busyTimeout) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        config.setCacheSize(WRITER_CACHE_KIB);
        config.setBusyTimeout((int) busyTimeout.toMillis());
        Connection connection = config.createConnection(url(file));
        try {
            // Before the mode is set, which stays in the file: it may be another program's.
            SqliteSchema.version(connection, file);
            pragma(connection, "journal_mode = WAL");
            pragma(connection, "wal_autocheckpoint = " + CHECKPOINT_PAGES);
            pragma(connection, "journal_size_limit = " + LOG_BYTES);
            SqliteSchema.migrate(connection, file);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A connection that only reads; fails when the file is missing. */
    public static Connection openReader(Path file, Duration busyTimeout) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) busyTimeout.toMillis());
        return config.createConnection(url(file));
    }

    private static void pragma(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + setting);
        }
    }

    // An absolute path, so that no name is taken for one of the driver's special ones.
    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }
}
