package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is erased cannot be found in the bytes of any file of the store. */
class ErasureTest {
    private static final String SETTLE = "sqlite.erase.settle";
    private static final long LAST = CanaryRecords.NOON + 5_000;

    private final StoreFile file = new StoreFile();

    @AfterEach
    void deleteFile() {
        file.close();
    }

    @Test
    void nothingIsLeftOfAnErasedPerson() throws IOException {
        Path backup = file.path().resolveSibling("sessions.db.backup-v5-20260101T000000000Z");
        Files.writeString(backup, CanaryRecords.CANARY);
        try (RunningTask task = RunningTask.on(file.path(), SETTLE, "0ms")) {
            task.put(CanaryRecords.chat());
            assertThat(filesWith(CanaryRecords.CANARY)).isNotEmpty();

            task.put(CanaryRecords.personErased(9));

            assertThat(filesWith(CanaryRecords.CANARY)).isEmpty();
            assertThat(backup).doesNotExist();
        }
        assertThat(filesWith(CanaryRecords.CANARY)).isEmpty();
        assertThat(file.rows("SELECT message_id, sender_id, text, reply_to FROM messages ORDER BY message_id"))
                .containsExactly(
                        "m0|robinbird-id|a robinbird sings|null",
                        "m1|erased|null|null",
                        "m2|robinbird-id|robinbird too|null");
        assertThat(file.rows("SELECT count(*) FROM message_revisions")).containsExactly("2");
        assertThat(file.rows("SELECT type, sender_id FROM events ORDER BY id"))
                .containsExactly("reaction.added|robinbird-id", "participant.erased|null");
        assertThat(found("canarybird")).isEmpty();
        assertThat(found("robinbird")).hasSize(2);
    }

    @Test
    void nothingIsLeftOfADeletedSession() throws IOException {
        try (RunningTask task = RunningTask.on(file.path(), SETTLE, "0ms")) {
            task.put(CanaryRecords.chat());

            task.put(CanaryRecords.sessionDeleted(9, LAST - 1));

            assertThat(filesWith(CanaryRecords.CANARY)).isEmpty();
            assertThat(file.rows("SELECT message_id FROM messages")).containsExactly("m2");
            assertThat(file.rows("SELECT type FROM events")).containsExactly("session.deleted");
            assertThat(file.rows("SELECT boundary_at FROM boundaries")).containsExactly("" + (LAST - 1));
        }
    }

    @Test
    void nothingIsLeftInPagesWhoseRowsMoved() throws IOException {
        List<SinkRecord> chat = CanaryRecords.growingChat(3_000);
        try (RunningTask task = RunningTask.on(file.path(), SETTLE, "0ms")) {
            for (int i = 0; i < chat.size(); i += 100) {
                task.put(chat.subList(i, i + 100));
            }
            assertThat(filesWith(CanaryRecords.CANARY)).isNotEmpty();

            task.put(CanaryRecords.personErased(chat.size()));

            assertThat(filesWith(CanaryRecords.CANARY)).isEmpty();
            assertThat(file.rows("SELECT count(*) FROM messages WHERE text LIKE 'robinbird%'"))
                    .containsExactly("1500");
        }
    }

    @Test
    void aTaskThatLagsBehindRevivesNothing() throws IOException {
        try (RunningTask ahead = RunningTask.on(file.path(), SETTLE, "0ms");
                RunningTask behind = RunningTask.on(file.path(), SETTLE, "0ms")) {
            ahead.put(CanaryRecords.chat());
            ahead.put(CanaryRecords.personErased(9));

            behind.put(CanaryRecords.chat());
        }

        assertThat(filesWith(CanaryRecords.CANARY)).isEmpty();
        assertThat(file.rows("SELECT count(*) FROM messages")).containsExactly("3");
    }

    @Test
    void theFileIsCleanedSoonAndNotAgainForAWhile() throws IOException {
        try (RunningTask task = RunningTask.on(file.path(), SETTLE, "60s")) {
            task.put(CanaryRecords.chat());
            task.put(CanaryRecords.personErased(9));
            assertThat(file.rows("SELECT cleaned FROM erasure_cleanup")).containsExactly("0");
            assertThat(file.rows("SELECT text FROM messages WHERE message_id = 'm1'"))
                    .containsExactly("null");

            task.clockMs.addAndGet(10_000);
            task.put();
            assertThat(file.rows("SELECT cleaned FROM erasure_cleanup")).containsExactly("1");
            assertThat(filesWith(CanaryRecords.CANARY)).isEmpty();

            task.put(CanaryRecords.sessionDeleted(10, LAST - 1));
            task.clockMs.addAndGet(59_999);
            task.put();
            assertThat(file.rows("SELECT cleaned FROM erasure_cleanup")).containsExactly("1");
            task.clockMs.addAndGet(1);
            task.put();
            assertThat(file.rows("SELECT cleaned FROM erasure_cleanup")).containsExactly("2");
        }
    }

    @Test
    void aFileThatWasNotCleanedIsCleanedByTheNextTask() throws IOException {
        try (RunningTask task = RunningTask.on(file.path(), SETTLE, "60s")) {
            task.put(CanaryRecords.chat());
            task.put(CanaryRecords.personErased(9));
        }
        try (RunningTask task = RunningTask.on(file.path(), SETTLE, "0ms")) {
            task.put();
        }

        assertThat(file.rows("SELECT cleaned FROM erasure_cleanup")).containsExactly("1");
        assertThat(filesWith(CanaryRecords.CANARY)).isEmpty();
    }

    private List<String> found(String word) {
        return file.rows("SELECT rowid FROM messages_fts WHERE messages_fts MATCH '" + word + "'");
    }

    /** The files that contain a word, in any case. */
    private List<Path> filesWith(String word) throws IOException {
        try (Stream<Path> files = Files.list(file.path().getParent())) {
            return files.filter(each -> contains(each, word)).toList();
        }
    }

    private static boolean contains(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains(word);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
