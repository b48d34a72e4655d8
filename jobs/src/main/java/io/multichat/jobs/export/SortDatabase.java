package io.multichat.jobs.export;

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
 * A temporary SQLite database that sorts data that does not fit in memory. It exists in its own folder for the duration of
 * one export and is never read after a crash, so it has no journal. Used by one thread.
 */
final class SortDatabase implements AutoCloseable {
    private static final List<String> PRAGMAS = List.of(
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            "PRAGMA locking_mode = EXCLUSIVE",
            "PRAGMA cache_size = -65536");

    private final Path folder;
    private final Connection connection;

    private SortDatabase(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** @param parent a folder on a disk with enough room */
    static SortDatabase in(Path parent) {
        try {
            Path folder = Files.createTempDirectory(parent, ".multichat-export-");
            SortDatabase database =
                    new SortDatabase(folder, DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("sort.db")));
            PRAGMAS.forEach(database::execute);
            database.connection.setAutoCommit(false);
            return database;
        } catch (IOException | SQLException e) {
            throw new ExportException(
                    "the temporary database in " + parent + " cannot be created: " + e.getMessage(), e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** The error for a failed statement. */
    ExportException failed(SQLException e) {
        return new ExportException(
                "the temporary database in " + folder + " failed: " + e.getMessage()
                        + "; check that the disk is not full",
                e);
    }

    /** Deletes the database. */
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
            throw new ExportException("the temporary folder " + folder + " could not be removed: " + e.getMessage(), e);
        }
    }
}
