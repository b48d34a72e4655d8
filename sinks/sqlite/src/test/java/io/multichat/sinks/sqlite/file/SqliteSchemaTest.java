package io.multichat.sinks.sqlite.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSchemaTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    /** A difference affects everyone who reads the file. The test writes the current schema to target/schema.sql. */
    @Test
    void theSchemaMatchesTheGoldenFile() throws IOException {
        RunningTask.on(file.path()).close();

        String schema =
                String.join(";\n", file.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"))
                        + ";\nversion " + file.rows("PRAGMA user_version").get(0)
                        + ", journal_mode " + file.rows("PRAGMA journal_mode").get(0) + "\n";

        Files.writeString(Path.of("target", "schema.sql"), schema);
        try (InputStream golden = getClass().getResourceAsStream("schema.golden.sql")) {
            assertThat(schema).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theColumnsThatOtherProgramsUseExist() {
        RunningTask.on(file.path()).close();

        assertThat(columns("conversations")).contains("id", "key", "hash", "platform", "channel", "thread");
        assertThat(columns("sessions"))
                .contains("session_id", "conversation_id", "state", "merged_into", "started_at", "last_message_at")
                .contains(
                        "closed_at",
                        "closed_by",
                        "messages",
                        "edits",
                        "deletes",
                        "participants",
                        "text_bytes",
                        "version");
        assertThat(columns("messages"))
                .containsAll(columns("session_messages").stream()
                        .filter(name -> !name.equals("session_id"))
                        .toList());
        assertThat(columns("session_messages"))
                .containsExactly(
                        "session_id",
                        "conversation_id",
                        "sent_at",
                        "ordering",
                        "message_id",
                        "sender_id",
                        "sender_name",
                        "role",
                        "text",
                        "reply_to",
                        "edited_at",
                        "deleted_at",
                        "event");
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() {
        RunningTask.on(file.path()).close();
        file.execute("PRAGMA user_version = 99");

        assertThatThrownBy(() -> SqliteFile.openWriter(file.path(), PATIENCE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has schema 99");
    }

    /** Its session ids have a hash of the conversation that others can forge. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFileWithOtherSessionIdsIsLeftAlone(int version) {
        file.execute("PRAGMA application_id = 1836412020; PRAGMA user_version = " + version
                + "; CREATE TABLE sessions (session_id TEXT NOT NULL PRIMARY KEY)");

        assertThatThrownBy(() -> SqliteFile.openWriter(file.path(), PATIENCE))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.verdict()).isEqualTo(StoreException.Verdict.STOP))
                .hasMessage(
                        file.path() + " has schema " + version + ", whose session ids this version of Multichat does"
                                + " not use; name another file in sqlite.file or move this one away, and the sink fills a new"
                                + " one from the topics");
        assertThat(file.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"))
                .containsExactly("sessions");
        assertThat(file.rows("PRAGMA user_version")).containsExactly(Integer.toString(version));
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAlone() {
        file.execute("CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 1");

        assertThatThrownBy(() -> SqliteFile.openWriter(file.path(), PATIENCE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another program");
        assertThat(file.rows("SELECT name FROM sqlite_schema")).containsExactly("bookmarks");
    }

    @Test
    void aNonEmptyDatabaseWithoutAVersionIsLeftAlone() {
        file.execute("CREATE TABLE bookmarks (url TEXT)");

        assertThatThrownBy(() -> SqliteFile.openWriter(file.path(), PATIENCE))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.verdict()).isEqualTo(StoreException.Verdict.STOP))
                .hasMessageContaining(file.path() + " is the database of another program")
                .hasMessageContaining("name another file in sqlite.file");
        assertThat(file.rows("SELECT name FROM sqlite_schema")).containsExactly("bookmarks");
        assertThat(file.rows("PRAGMA journal_mode")).containsExactly("delete");
    }

    @Test
    void openingAgainChangesNothing() throws SQLException {
        SqliteFile.openWriter(file.path(), PATIENCE).close();
        List<String> before = file.rows("PRAGMA schema_version");

        SqliteFile.openWriter(file.path(), PATIENCE).close();

        assertThat(file.rows("PRAGMA schema_version")).isEqualTo(before);
    }

    private List<String> columns(String table) {
        return file.rows("SELECT name FROM pragma_table_info('" + table + "')");
    }
}
