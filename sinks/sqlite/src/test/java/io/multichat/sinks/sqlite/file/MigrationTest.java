package io.multichat.sinks.sqlite.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file written by an older version. */
class MigrationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String ROLES = "SELECT user_messages, assistant_messages, system_messages, tool_messages,"
            + " bot_messages FROM sessions ORDER BY started_at";
    private static final String CONTENT = "SELECT message_id, sent_at, text FROM messages ORDER BY id";
    private static final String ROWS = """
            INSERT INTO conversations VALUES (1, 'slack/general', 7, 'slack', 'general', NULL);
            INSERT INTO sessions VALUES ('%1$s', 1, 'closed', NULL, 10, 20, 20, 'idle', 3, 0, 0, 2, 9, 5, 0, 60, 0, 'a', 'c');
            INSERT INTO sessions VALUES ('%2$s', 1, 'open', NULL, 90, 99, NULL, NULL, 8, 0, 0, 2, 9, 5, 0, 60, 0, 'd', 'd');
            INSERT INTO messages VALUES (1, 1, 10, 1, 'a', 'ada', NULL, 'user', 'hello', NULL, NULL, NULL, '{}', NULL);
            INSERT INTO messages VALUES (2, 1, 15, 2, 'b', 'ada', NULL, 'user', 'where', NULL, NULL, NULL, '{}', NULL);
            INSERT INTO messages VALUES (3, 1, 20, 3, 'c', 'bob', NULL, 'bot', 'here', NULL, NULL, NULL, '{}', NULL);
            INSERT INTO messages VALUES (4, 1, 90, 4, 'd', 'ada', NULL, 'user', 'bye', NULL, NULL, NULL, '{}', NULL);
            INSERT INTO sink_offsets VALUES ('sqlite-sink', 'chat-transcript', 0, 4);
            PRAGMA user_version = 1;
            """;

    private final StoreFile file = new StoreFile();

    @BeforeEach
    void writeSchemaOne() {
        file.execute(SqliteSchema.resource("schema-1.sql"));
        file.execute(String.format(ROWS, Snapshots.id(10), Snapshots.id(90)));
    }

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void itKeepsSessionsAndOffsetsAndRolesAreCountedWhereNoMessageIsMissing() throws SQLException {
        SqliteFile.openWriter(file.path(), PATIENCE).close();

        assertThat(file.rows(ROLES)).containsExactly("2|0|0|0|1", "0|0|0|0|0");
        assertThat(file.rows("SELECT next_offset, last_record FROM sink_offsets"))
                .containsExactly("4|null");
        assertThat(file.rows(CONTENT)).hasSize(4);
        assertThat(file.rows("PRAGMA quick_check")).containsExactly("ok");
    }

    @Test
    void itHasTheSchemaOfANewFileAfterwards() throws SQLException {
        String schema = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'messages_fts%' ORDER BY name";
        SqliteFile.openWriter(file.path(), PATIENCE).close();

        try (StoreFile fresh = new StoreFile()) {
            SqliteFile.openWriter(fresh.path(), PATIENCE).close();
            assertThat(file.rows(schema)).isEqualTo(fresh.rows(schema));
            assertThat(file.rows("PRAGMA user_version")).isEqualTo(fresh.rows("PRAGMA user_version"));
        }
    }

    @Test
    void itIsBackedUpBeforeMigration() throws SQLException, IOException {
        List<String> before = file.rows(CONTENT);

        SqliteFile.openWriter(file.path(), PATIENCE).close();

        List<Path> copies = others();
        assertThat(copies).singleElement().asString().contains("sessions.db.backup-v1-");
        try (Connection copy = DriverManager.getConnection("jdbc:sqlite:" + copies.get(0));
                ResultSet version = copy.createStatement().executeQuery("PRAGMA user_version")) {
            assertThat(version.getInt(1)).isEqualTo(1);
        }
        Files.move(copies.get(0), file.path(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(file.rows(CONTENT)).isEqualTo(before);
    }

    @Test
    void aNewFileIsNotBackedUp() throws SQLException, IOException {
        Files.delete(file.path());

        SqliteFile.openWriter(file.path(), PATIENCE).close();

        assertThat(others()).isEmpty();
    }

    @Test
    void itIsLeftUnchangedIfTheBackupFails() throws IOException {
        // The name of the backup would be longer than file systems allow.
        Path longName = file.path().resolveSibling("s".repeat(240));
        Files.move(file.path(), longName);

        assertThatThrownBy(() -> SqliteFile.openWriter(longName, PATIENCE))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.verdict()).isEqualTo(StoreException.Verdict.STOP))
                .hasMessageContaining("could not be backed up")
                .hasMessageContaining("the file is unchanged");

        Files.move(longName, file.path());
        assertThat(file.rows("PRAGMA user_version")).containsExactly("1");
        assertThat(others()).isEmpty();
    }

    @Test
    void theBackupIsDeletedIfTheMigrationFails() throws IOException {
        file.execute("ALTER TABLE sink_offsets ADD COLUMN last_record BLOB");

        assertThatThrownBy(() -> SqliteFile.openWriter(file.path(), PATIENCE)).isInstanceOf(SQLException.class);

        assertThat(file.rows("PRAGMA user_version")).containsExactly("1");
        assertThat(file.rows("SELECT name FROM pragma_table_info('sessions')")).doesNotContain("user_messages");
        assertThat(others()).isEmpty();
    }

    private List<Path> others() throws IOException {
        try (Stream<Path> files = Files.list(file.path().getParent())) {
            return files.filter(other -> !other.getFileName().toString().matches("sessions\\.db(-wal|-shm)?"))
                    .toList();
        }
    }
}
