package io.multichat.sinks.sqlite.file;

import io.multichat.sinks.sqlite.sql.ReaderConnection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** Opens connections to a file. */
public final class SqliteFile {
    // Negative means KiB. Inserts touch pages all over the index of message ids, which should stay in memory.
    private static final int WRITER_CACHE_KIB = -32 * 1024;

    // 64 MiB in pages of 4 KiB. Inserts change the same index pages over and over, and a checkpoint writes each
    // page once. Measured: a third faster than SQLite's default of 1,000 pages.
    private static final int CHECKPOINT_PAGES = 16_000;

    // Truncates the log after a huge transaction, such as one that builds an index.
    private static final int LOG_BYTES = 64 * 1024 * 1024;

    private SqliteFile() {}

    /**
     * Opens a connection that writes. Creates a missing file and migrates an old schema.
     *
     * <p>With WAL, readers and the writer never wait for each other. With {@code synchronous=NORMAL}, a power failure may
     * lose the last transactions, but only as a whole and with their offsets, so that their records are read again.
     */
    public static Connection openWriter(Path file, Duration busyTimeout) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        config.setCacheSize(WRITER_CACHE_KIB);
        config.setBusyTimeout((int) busyTimeout.toMillis());
        Connection connection = config.createConnection(url(file));
        try {
            // Checked before the journal mode is set, which persists: the file may belong to another program.
            SqliteSchema.version(connection, file);
            pragma(connection, "journal_mode = WAL");
            pragma(connection, "wal_autocheckpoint = " + CHECKPOINT_PAGES);
            pragma(connection, "journal_size_limit = " + LOG_BYTES);
            // Otherwise the unused parts of pages keep what was deleted or replaced, and it could never be erased.
            pragma(connection, "secure_delete = ON");
            SqliteSchema.migrate(connection, file);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Opens a read-only connection. Fails if the file is missing. */
    public static Connection openReader(Path file, Duration busyTimeout) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) busyTimeout.toMillis());
        return new ReaderConnection(url(file), file.toAbsolutePath().toString(), config.toProperties());
    }

    private static void pragma(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + setting);
        }
    }

    // Absolute, because the driver gives some names a special meaning.
    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }
}
