package io.multichat.benchmarks.erase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database file of a {@code dev}, and how far its erasures are.
 *
 * @param file an existing file
 */
record CleanedFile(Path file) {
    private static final String BYTES = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
    private static final String ERASURES = "SELECT count(*) FROM erasures";
    private static final String NOT_CLEANED =
            "SELECT (SELECT coalesce(max(id), 0) FROM erasures) - (SELECT cleaned FROM erasure_cleanup)";

    /** The size of the database, with what is still in its log. */
    long bytes() {
        return number(BYTES);
    }

    /** The number of commands that were applied. */
    long erasures() {
        return number(ERASURES);
    }

    /** True if the traces of everything erased are removed from the file. */
    boolean isClean() {
        return number(NOT_CLEANED) <= 0;
    }

    private long number(String query) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
