package io.multichat.jobs.export.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** Converts lines of JSON to Parquet. One thread and a fixed order, so that the same rows become the same file. */
final class DuckDb {
    /** The name of the file with the rows. */
    static final String ROWS = "rows.jsonl";

    /** The name of the converted file. */
    static final String PARQUET = "rows.parquet";

    private static final String URL = "jdbc:duckdb:";

    private static final List<String> SETTINGS =
            List.of("SET threads = 1", "SET memory_limit = '256MB'", "SET preserve_insertion_order = true");

    private static final String COPY = """
            COPY (SELECT session_id, platform, channel, thread, type, id, make_timestamp(sent_at * 1000) AS sent_at, sender_id,
                sender_name, role, text, reply_to, make_timestamp(edited_at * 1000) AS edited_at,
                make_timestamp(deleted_at * 1000) AS deleted_at, event
              FROM read_json('%s', format = 'newline_delimited', maximum_object_size = 67108864, columns = {session_id: 'VARCHAR',
                platform: 'VARCHAR', channel: 'VARCHAR', thread: 'VARCHAR', type: 'VARCHAR', id: 'VARCHAR', sent_at: 'BIGINT',
                sender_id: 'VARCHAR', sender_name: 'VARCHAR', role: 'VARCHAR', text: 'VARCHAR', reply_to: 'VARCHAR',
                edited_at: 'BIGINT', deleted_at: 'BIGINT', event: 'VARCHAR'}))
            TO '%s' (FORMAT parquet, COMPRESSION zstd)
            """;

    private DuckDb() {}

    /** @throws IOException when the driver is not on the class path */
    static void requireDriver() throws IOException {
        try {
            DriverManager.getDriver(URL);
        } catch (SQLException e) {
            throw new IOException(
                    "the format parquet needs DuckDB's JDBC driver: put duckdb_jdbc-*.jar on the class path", e);
        }
    }

    /** Converts the rows in a folder, and returns the new file beside them. */
    static Path convert(Path folder) throws IOException {
        Path parquet = folder.resolve(PARQUET);
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            statement.execute(String.format(Locale.ROOT, COPY, quoted(folder.resolve(ROWS)), quoted(parquet)));
            return parquet;
        } catch (SQLException e) {
            throw new IOException("DuckDB cannot write Parquet: " + e.getMessage(), e);
        }
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
