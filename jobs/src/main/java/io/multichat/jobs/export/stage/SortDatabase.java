package io.multichat.jobs.export.stage;

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
 * A SQLite database that sorts data that does not fit in memory. It exists for the duration of one job and has no journal: it is
 * read after a crash only if it had been completed, and is then only read. Used by one thread.
 */
public final class SortDatabase implements AutoCloseable {
    private static final List<String> PRAGMAS =
            List.of("PRAGMA journal_mode = OFF", "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA cache_size = -65536");

    /** The name of the file in its folder. */
    public static final String FILE = "sort.db";

    private final Path folder;
    private final Connection connection;
    private final boolean temporary;

    private SortDatabase(Path folder, Connection connection, boolean temporary) {
        this.folder = folder;
        this.connection = connection;
        this.temporary = temporary;
    }

    /**
     * A database in a folder of its own, which {@link #close} deletes.
     *
     * @param parent a folder on a disk with enough room
     */
    public static SortDatabase in(Path parent) {
        try {
            Path folder = Files.createTempDirectory(parent, ".multichat-export-");
            return open(folder, true, "OFF");
        } catch (IOException | SQLException e) {
            throw new StageException(
                    "the temporary database in " + parent + " cannot be created: " + e.getMessage(), e);
        }
    }

    /** A database that stays in this folder. What was there before is kept. */
    public static SortDatabase keptIn(Path folder) {
        try {
            return open(folder, false, "FULL");
        } catch (SQLException e) {
            throw new StageException("the database in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static SortDatabase open(Path folder, boolean temporary, String synchronous) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(FILE));
        SortDatabase database = new SortDatabase(folder, connection, temporary);
        PRAGMAS.forEach(database::execute);
        database.execute("PRAGMA synchronous = " + synchronous);
        connection.setAutoCommit(false);
        return database;
    }

    /** Makes what was written so far outlive the process. */
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** The error for a failed statement. */
    public StageException failed(SQLException e) {
        return new StageException(
                "the temporary database in " + folder + " failed: " + e.getMessage()
                        + "; check that the disk is not full",
                e);
    }

    /** Closes the database, and deletes it if it is temporary. */
    @Override
    public void close() {
        try {
            connection.close();
            if (!temporary) {
                return;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (SQLException | IOException e) {
            throw new StageException("the temporary folder " + folder + " could not be removed: " + e.getMessage(), e);
        }
    }
}
