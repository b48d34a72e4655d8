package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cleanup after an erasure and what gets in its way. */
class ErasureCleanupTest {
    private static final String SETTLE = "sqlite.erase.settle";
    private static final String CLEANED = "SELECT cleaned FROM erasure_cleanup";

    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void aFileThatHasRefusedAnEntryIsCleaned() {
        RunningTask.on(file.path()).close();
        file.execute("CREATE TRIGGER refuse BEFORE INSERT ON messages WHEN new.message_id = 'refused'"
                + " BEGIN SELECT RAISE(ABORT, 'not this one'); END");
        SinkRecord refused = Chat.created(9, "refused", CanaryRecords.NOON, "hello");
        try (RunningTask task = RunningTask.on(file.path(), SETTLE, "0ms")) {
            task.put(CanaryRecords.chat());
            task.put(refused);
            task.clockMs.addAndGet(1_000);
            task.put();
            task.put(refused);
            assertThat(task.context.reported).containsExactly(refused);

            task.put(CanaryRecords.personErased(10));

            assertThat(file.rows(CLEANED)).containsExactly("1");
        }
    }

    @Test
    void recordsAreWrittenAlthoughCleaningFails() throws SQLException {
        try (RunningTask task = RunningTask.on(file.path(), SETTLE, "60s")) {
            task.put(CanaryRecords.chat());
            task.put(CanaryRecords.personErased(9));
            try (Connection other = file.connect();
                    Statement lock = other.createStatement()) {
                lock.execute("BEGIN IMMEDIATE");
                task.clockMs.addAndGet(10_000);
                task.put();
            }
            assertThat(task.context.paused).isEmpty();

            task.put(Chat.created(10, "after", CanaryRecords.NOON, "hello"));
            assertThat(file.rows("SELECT text FROM messages WHERE message_id = 'after'"))
                    .containsExactly("hello");
            assertThat(file.rows(CLEANED)).containsExactly("0");

            task.clockMs.addAndGet(60_000);
            task.put();
            assertThat(file.rows(CLEANED)).containsExactly("1");
        }
    }
}
