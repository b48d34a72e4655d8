package io.multichat.jobs.export.stage;

import io.multichat.formats.write.SafeName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Distinguishes the names of files and folders that differ only in the case of their letters, which many file systems ignore. Each of
 * them gets a hash, so the result does not depend on their order.
 */
final class FileNames {
    private static final String TABLE = """
            CREATE TABLE names (format TEXT NOT NULL, folded TEXT NOT NULL, name TEXT NOT NULL,
              PRIMARY KEY (format, folded, name)) WITHOUT ROWID
            """;
    private static final String INSERT = "INSERT OR IGNORE INTO names (format, folded, name) VALUES (?, ?, ?)";
    private static final String COUNT = "SELECT count(*) FROM names WHERE format = ? AND folded = ?";

    private final SortDatabase database;

    FileNames(SortDatabase database) {
        this.database = database;
    }

    /** Creates the table. */
    void create() {
        database.execute(TABLE);
    }

    /** Adds a path and the folders in it. */
    void add(String format, String path) throws SQLException {
        try (PreparedStatement insert = database.prepare(INSERT)) {
            for (int end = end(path, 0); end >= 0; end = end(path, end + 1)) {
                String name = path.substring(0, end);
                insert.setString(1, format);
                insert.setString(2, SafeName.folded(name));
                insert.setString(3, name);
                insert.executeUpdate();
            }
        }
    }

    /** The path with hashes where others differ only in case. Called after all paths of the format were added. */
    String distinct(String format, String path) throws SQLException {
        StringBuilder distinct = new StringBuilder();
        try (PreparedStatement count = database.prepare(COUNT)) {
            int start = 0;
            for (int end = end(path, 0); end >= 0; end = end(path, end + 1)) {
                String name = path.substring(0, end);
                count.setString(1, format);
                count.setString(2, SafeName.folded(name));
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    String segment = path.substring(start, end);
                    distinct.append(start == 0 ? "" : "/")
                            .append(row.getLong(1) > 1 ? SafeName.marked(segment, name) : segment);
                }
                start = end + 1;
            }
        }
        return distinct.toString();
    }

    /** The end of the segment that begins at a position; negative if none does. */
    private static int end(String path, int start) {
        int slash = start > path.length() ? -1 : path.indexOf('/', start);
        return slash >= 0 || start > path.length() ? slash : path.length();
    }
}
