package io.multichat.sinks.sqlite.file;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.sql.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The schema of a file and its migrations. {@code PRAGMA user_version} is the number of migrations that the file has had. All
 * pending migrations run in one transaction, so a file is never between two versions.
 */
public final class SqliteSchema {
    /** In order. A released migration is never changed. */
    private static final List<String> MIGRATIONS = List.of("schema-1.sql", "schema-2.sql");

    /** The version that this program reads and writes. */
    public static final int VERSION = MIGRATIONS.size();

    private static final int APPLICATION_ID = 1836412020;

    /** One statement, so that all three values belong to the same instant, whatever another process does. */
    private static final String STATE = "SELECT (SELECT user_version FROM pragma_user_version) AS version,"
            + " (SELECT application_id FROM pragma_application_id) AS application,"
            + " (SELECT count(*) FROM sqlite_schema) AS objects";

    private SqliteSchema() {}

    /**
     * Migrates the file to {@link #VERSION}, after a {@link SchemaBackup} unless the file is empty. Several processes may do
     * so at once.
     *
     * @throws StoreException with the verdict STOP if the file belongs to another program or a newer version; with RETRY or
     *     STOP if the backup fails
     */
    static void migrate(Connection connection, Path file) throws SQLException {
        int found = version(connection, file);
        if (found == VERSION) {
            return;
        }
        Optional<Path> backup =
                found == 0 ? Optional.empty() : Optional.of(SchemaBackup.write(connection, file, found));
        try {
            Transaction.run(connection, () -> {
                for (int from = version(connection, file); from < VERSION; from++) {
                    run(connection, resource(MIGRATIONS.get(from)));
                    run(connection, "PRAGMA user_version = " + (from + 1));
                }
            });
        } catch (SQLException | RuntimeException e) {
            // The file is unchanged; otherwise every attempt would leave a backup.
            backup.ifPresent(SchemaBackup::discard);
            throw e;
        }
    }

    /**
     * The version of the file; 0 if it is empty.
     *
     * @throws StoreException with the verdict STOP if the file belongs to another program or a newer version
     */
    public static int version(Connection connection, Path file) throws SQLException {
        int version = ownVersion(connection, file);
        if (version > VERSION) {
            throw stop(
                    file,
                    "has schema " + version + ", but this version of Multichat supports only up to " + VERSION
                            + "; use the version that wrote the file, or a newer one");
        }
        return version;
    }

    /** The text of a script in this package. */
    public static String resource(String name) {
        try (InputStream script = SqliteSchema.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script of one or more statements. */
    public static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    private static int ownVersion(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet state = statement.executeQuery(STATE)) {
            state.next();
            int version = state.getInt("version");
            boolean ours = version == 0 ? state.getLong("objects") == 0 : state.getInt("application") == APPLICATION_ID;
            if (!ours) {
                throw stop(
                        file,
                        "is the database of another program; name another file in " + SqliteSettings.FILE
                                + " or move this one away");
            }
            return version;
        }
    }

    private static StoreException stop(Path file, String problem) {
        return new StoreException(StoreException.Verdict.STOP, file + " " + problem, null);
    }
}
