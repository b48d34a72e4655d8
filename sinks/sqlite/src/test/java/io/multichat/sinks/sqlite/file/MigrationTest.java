package io.multichat.sinks.sqlite.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file written by an older version. */
class MigrationTest {
    private static final String CONTENT = "SELECT message_id, sent_at, text FROM messages ORDER BY id";
    private static final String ROWS = """
            INSERT INTO conversations VALUES (1, 'slack/general', 7, 'slack', 'general', NULL);
            INSERT INTO messages VALUES (1, 1, 10, 1, 'a', 'ada', NULL, 'user', 'hello', NULL, NULL, NULL, '{}', NULL);
            INSERT INTO messages VALUES (2, 1, 15, 2, 'b', 'ada', NULL, 'user', 'where', NULL, NULL, NULL, '{}', NULL);
            INSERT INTO sink_offsets VALUES ('sqlite-sink', 'chat-transcript', 0, 4, NULL);
            """;

    /** The next version, as far as this test is concerned. */
    private static final List<String> SCRIPTS = List.of(
            SqliteSchema.resource("schema-3.sql"),
            "ALTER TABLE conversations ADD COLUMN topic TEXT;"
                    + " UPDATE conversations SET topic = 'none'; ALTER TABLE sink_offsets ADD COLUMN extra BLOB");

    private final StoreFile file = new StoreFile();

    @BeforeEach
    void writeSchemaThree() {
        file.execute(SqliteSchema.resource("schema-3.sql") + "; PRAGMA user_version = 3;" + ROWS);
    }

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void itKeepsItsRowsAndOffsets() throws SQLException {
        migrate(file.path());

        assertThat(file.rows("SELECT key, topic FROM conversations")).containsExactly("slack/general|none");
        assertThat(file.rows("SELECT next_offset, last_record, extra FROM sink_offsets"))
                .containsExactly("4|null|null");
        assertThat(file.rows(CONTENT)).hasSize(2);
        assertThat(file.rows("PRAGMA quick_check")).containsExactly("ok");
    }

    @Test
    void itHasTheSchemaOfANewFileAfterwards() throws SQLException {
        String schema = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'messages_fts%' ORDER BY name";
        migrate(file.path());

        try (StoreFile fresh = new StoreFile()) {
            migrate(fresh.path());
            assertThat(file.rows(schema)).isEqualTo(fresh.rows(schema));
            assertThat(file.rows("PRAGMA user_version")).isEqualTo(fresh.rows("PRAGMA user_version"));
        }
    }

    @Test
    void itIsBackedUpBeforeMigration() throws SQLException, IOException {
        List<String> before = file.rows(CONTENT);

        migrate(file.path());

        List<Path> copies = others();
        assertThat(copies).singleElement().asString().contains("sessions.db.backup-v3-");
        try (Connection copy = DriverManager.getConnection("jdbc:sqlite:" + copies.get(0));
                ResultSet version = copy.createStatement().executeQuery("PRAGMA user_version")) {
            assertThat(version.getInt(1)).isEqualTo(3);
        }
        Files.move(copies.get(0), file.path(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(file.rows(CONTENT)).isEqualTo(before);
    }

    @Test
    void aNewFileIsNotBackedUp() throws SQLException, IOException {
        Files.delete(file.path());

        migrate(file.path());

        assertThat(others()).isEmpty();
    }

    @Test
    void itIsLeftUnchangedIfTheBackupFails() throws IOException {
        // The name of the backup would be longer than file systems allow.
        Path longName = file.path().resolveSibling("s".repeat(240));
        Files.move(file.path(), longName);

        assertThatThrownBy(() -> migrate(longName))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.verdict()).isEqualTo(StoreException.Verdict.STOP))
                .hasMessageContaining("could not be backed up")
                .hasMessageContaining("the file is unchanged");

        Files.move(longName, file.path());
        assertThat(file.rows("PRAGMA user_version")).containsExactly("3");
        assertThat(others()).isEmpty();
    }

    @Test
    void theBackupIsDeletedIfTheMigrationFails() throws IOException {
        file.execute("ALTER TABLE sink_offsets ADD COLUMN extra BLOB");

        assertThatThrownBy(() -> migrate(file.path())).isInstanceOf(SQLException.class);

        assertThat(file.rows("PRAGMA user_version")).containsExactly("3");
        assertThat(file.rows("SELECT name FROM pragma_table_info('conversations')"))
                .doesNotContain("topic");
        assertThat(others()).isEmpty();
    }

    private static void migrate(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            SqliteSchema.migrate(connection, file, SCRIPTS);
        }
    }

    private List<Path> others() throws IOException {
        try (Stream<Path> files = Files.list(file.path().getParent())) {
            return files.filter(other -> !other.getFileName().toString().matches("sessions\\.db(-wal|-shm)?"))
                    .toList();
        }
    }
}
