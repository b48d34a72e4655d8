package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.LockHolder;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static final String MESSAGES = "SELECT message_id FROM messages ORDER BY message_id";

    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void aBatchThatMeetsTheLockOfAnotherProcessIsRetriedAndThenWritten() throws IOException, InterruptedException {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "a", 1_000, "first"));
            SinkRecord record = Chat.created(1, "b", 1_000, "second");
            Process holder = LockHolder.start(file.path());

            task.put(record);
            assertThat(task.context.timeouts).endsWith(1_000L);
            assertThat(file.rows(MESSAGES)).containsExactly("a");

            holder.getOutputStream().close();
            assertThat(holder.waitFor()).isZero();
            task.clockMs.addAndGet(1_000);
            task.put(List.of());
            assertThat(task.resumedAt()).isZero();
            task.put(record);
            assertThat(file.rows(MESSAGES)).containsExactly("a", "b");
        }
    }

    @Test
    void poisonIsReportedAndEverythingElseIsWritten() {
        SessionSnapshot backwards =
                Snapshots.session(Snapshots.id(30), SessionStatus.OPEN, new SessionSnapshot.Span(30, 29), 1, 1);
        SessionSnapshot endless = new SessionSnapshot(
                Snapshots.id(40),
                Chat.GENERAL,
                SessionStatus.OPEN,
                backwards.span(),
                backwards.counts(),
                "a",
                "b",
                Duration.ofSeconds(Long.MAX_VALUE),
                backwards.version());
        List<SinkRecord> poison = List.of(
                SinkRecords.raw(Topics.TRANSCRIPT, Chat.at(1), "not JSON".getBytes(StandardCharsets.UTF_8)),
                Snapshots.record(2, backwards),
                Snapshots.record(3, endless),
                SinkRecords.raw(Topics.SESSIONS, Chat.at(4), null));
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(List.of(
                    Chat.created(0, "a", 1_000, "good"),
                    poison.get(0),
                    Snapshots.record(1, Snapshots.open(10, 20, 1)),
                    poison.get(1),
                    poison.get(2),
                    Chat.created(2, "b", 1_000, "good"),
                    poison.get(3)));

            assertThat(task.context.reported).containsExactlyInAnyOrderElementsOf(poison);
        }
        assertThat(file.rows(MESSAGES)).containsExactly("a", "b");
        assertThat(file.rows("SELECT started_at FROM sessions")).containsExactly("10");
        assertThat(file.rows("SELECT next_offset FROM sink_offsets ORDER BY topic"))
                .containsExactly("5", "3");
    }

    @Test
    void aFileThatIsNotADatabaseStopsTheTask() throws IOException {
        Files.writeString(file.path(), "These are the minutes of a meeting. ".repeat(200));

        assertStops("not an SQLite database");
    }

    @Test
    void aDamagedFileStopsTheTask() throws IOException {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "a", 1_000, "good"));
        }
        byte[] bytes = Files.readAllBytes(file.path());
        Arrays.fill(bytes, 100, bytes.length, (byte) 0x5A);
        Files.write(file.path(), bytes);

        assertStops("restore a backup");
    }

    @Test
    void aFolderThatDoesNotExistStopsTheTask() {
        Path lost = file.path().resolveSibling("lost").resolve("sessions.db");

        Throwable failure = catchThrowable(() -> RunningTask.on(lost));

        assertThat(failure)
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContaining("make sure that the folder exists");
    }

    private void assertStops(String message) {
        assertThatThrownBy(() -> RunningTask.on(file.path()))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContaining("sessions.db")
                .hasMessageContaining(message);
    }
}
