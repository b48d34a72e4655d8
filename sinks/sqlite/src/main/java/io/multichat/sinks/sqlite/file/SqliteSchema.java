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
 * The schema of a file and its migrations. {@code PRAGMA user_version} is the version that the file has. All pending migrations
 * run in one transaction, so a file is never between two versions.
 */
public final class SqliteSchema {
    /** The version of the first script. Older files hold session ids with another hash of the conversation. */
    private static final int FIRST = 3;

    /** In order. A released migration is never changed. */
    private static final List<String> MIGRATIONS =
            List.of("schema-3.sql", "schema-4.sql", "schema-5.sql", "schema-6.sql");

    /** The version that this program reads and writes. */
    public static final int VERSION = FIRST + MIGRATIONS.size() - 1;

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
     * @throws StoreException with the verdict STOP if {@link #version} throws it; with RETRY or STOP if the backup fails
     */
    static void migrate(Connection connection, Path file) throws SQLException {
        migrate(
                connection,
                file,
                MIGRATIONS.stream().map(SqliteSchema::resource).toList());
    }

    /** @param scripts the migrations to {@link #FIRST} and each version after it */
    static void migrate(Connection connection, Path file, List<String> scripts) throws SQLException {
        int target = FIRST + scripts.size() - 1;
        int found = version(connection, file);
        if (found == target) {
            return;
        }
        Optional<Path> backup =
                found == 0 ? Optional.empty() : Optional.of(SchemaBackup.write(connection, file, found));
        try {
            Transaction.run(connection, () -> {
                for (int next = Math.max(FIRST, version(connection, file) + 1); next <= target; next++) {
                    run(connection, scripts.get(next - FIRST));
                    run(connection, "PRAGMA user_version = " + next);
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
     * @throws StoreException with the verdict STOP if the file belongs to another program, a newer version, or a version whose
     *     session ids are of another kind
     */
    public static int version(Connection connection, Path file) throws SQLException {
        int version = ownVersion(connection, file);
        if (version > VERSION) {
            throw stop(
                    file,
                    "has schema " + version + ", but this version of Multichat supports only up to " + VERSION
                            + "; use the version that wrote the file, or a newer one");
        }
        if (version > 0 && version < FIRST) {
            throw stop(
                    file,
                    "has schema " + version + ", whose session ids this version of Multichat does not use; name another"
                            + " file in " + SqliteSettings.FILE + " or move this one away, and the sink fills a new"
                            + " one from the topics");
        }
        return version;
    }

    /** True if readers understand a file of this version: each version so far only added to the tables of the first. */
    public static boolean isReadable(int version) {
        return version >= FIRST && version <= VERSION;
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
