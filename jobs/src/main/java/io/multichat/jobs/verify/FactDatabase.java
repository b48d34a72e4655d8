package io.multichat.jobs.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary SQLite database that sorts what the stores hold, which does not fit in memory. It is in a folder of its own, has no journal,
 * and is removed in the end. For one thread.
 */
final class FactDatabase implements AutoCloseable {
    private static final List<String> SET_UP = List.of(
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            "PRAGMA locking_mode = EXCLUSIVE",
            "PRAGMA cache_size = -65536",
            // What each store holds, with a fingerprint of the content and, for the topics, the record.
            "CREATE TABLE facts (kind TEXT, conversation TEXT, id TEXT, detail TEXT, store INTEGER, digest TEXT,"
                    + " log TEXT, log_offset INTEGER)",
            // The messages, sessions and boundaries of all stores together, for the gap rule.
            "CREATE TABLE creations (conversation TEXT, sent_at INTEGER, id TEXT,"
                    + " PRIMARY KEY (conversation, sent_at, id)) WITHOUT ROWID",
            "CREATE TABLE boundaries (conversation TEXT, boundary_at INTEGER,"
                    + " PRIMARY KEY (conversation, boundary_at)) WITHOUT ROWID",
            "CREATE TABLE sessions (id TEXT PRIMARY KEY, conversation TEXT, live INTEGER, open INTEGER, cut INTEGER, started_at INTEGER,"
                    + " last_message_at INTEGER, messages INTEGER, gap INTEGER, generation INTEGER, version INTEGER)"
                    + " WITHOUT ROWID",
            // Archives keep every version of a session; the newest of each store is compared.
            "CREATE TABLE snapshots (store INTEGER, id TEXT, conversation TEXT, generation INTEGER, version INTEGER,"
                    + " digest TEXT, log TEXT, log_offset INTEGER, PRIMARY KEY (store, id)) WITHOUT ROWID");

    private final Path folder;
    private final Connection connection;

    private FactDatabase(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** @param parent a folder on a disk with enough room */
    static FactDatabase in(Path parent) {
        try {
            Path folder = Files.createTempDirectory(parent, ".multichat-verify-");
            FactDatabase database =
                    new FactDatabase(folder, DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("facts.db")));
            for (String statement : SET_UP) {
                database.execute(statement);
            }
            database.connection.setAutoCommit(false);
            return database;
        } catch (IOException | SQLException e) {
            throw new VerifyException(
                    "the temporary database in " + parent + " cannot be created: " + e.getMessage(), e);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    @Override
    public void close() {
        try {
            connection.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (SQLException | IOException e) {
            throw new VerifyException("the temporary folder " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
