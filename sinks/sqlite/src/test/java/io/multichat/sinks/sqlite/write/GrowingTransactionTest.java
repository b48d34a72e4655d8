package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While more records are available, the task buffers them for one transaction. */
class GrowingTransactionTest {
    private static final String STORED =
            "SELECT count(*), (SELECT next_offset FROM sink_offsets WHERE topic = 'chat-transcript') FROM messages";

    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void itIsCommittedWhenNoMoreRecordsAreAvailable() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.putAmongMore(created(0, 3));
            task.putAmongMore(created(3, 5));
            assertThat(file.rows(STORED)).containsExactly("0|null");

            task.put();

            assertThat(file.rows(STORED)).containsExactly("5|5");
        }
    }

    @Test
    void itIsCommittedWhenItIsOldAndTheTaskAsksToBeCalledInTime() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.putAmongMore(created(0, 3));
            task.clockMs.addAndGet(BufferedEntries.MAX_AGE_MS - 1);
            task.putAmongMore(created(3, 5));
            assertThat(file.rows(STORED)).containsExactly("0|null");
            assertThat(task.context.timeouts).endsWith(BufferedEntries.MAX_AGE_MS, 1L);

            task.clockMs.addAndGet(1);
            task.putAmongMore(created(5, 6));

            assertThat(file.rows(STORED)).containsExactly("6|6");
        }
    }

    @Test
    void itIsCommittedWhenItHoldsManyRecords() {
        try (RunningTask task = RunningTask.on(file.path(), "sqlite.search", "false")) {
            task.putAmongMore(created(0, 19_999));
            assertThat(file.rows(STORED)).containsExactly("0|null");

            task.putAmongMore(created(19_999, 20_000));

            assertThat(file.rows(STORED)).containsExactly("20000|20000");
        }
    }

    @Test
    void itIsCommittedWhenItHoldsManyBytes() {
        String text = "x".repeat(1024 * 1024);
        try (RunningTask task = RunningTask.on(file.path(), "sqlite.search", "false")) {
            for (int i = 0; i < 15; i++) {
                task.putAmongMore(List.of(Chat.created(i, "m" + i, 1_000, text)));
            }
            assertThat(file.rows(STORED)).containsExactly("0|null");

            task.putAmongMore(List.of(Chat.created(15, "m15", 1_000, text)));

            assertThat(file.rows(STORED)).containsExactly("16|16");
        }
    }

    @Test
    void itIsCommittedWhenThePartitionsGoToAnotherTask() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.putAmongMore(created(0, 3));

            task.release();

            assertThat(file.rows(STORED)).containsExactly("3|3");
        }
    }

    @Test
    void otherProcessesCanWriteInTheMeantime() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.putAmongMore(created(0, 3));

            file.execute("INSERT INTO conversations (key, hash, platform, channel) VALUES ('irc/x', 1, 'irc', 'x')");

            task.put(created(3, 5));
        }
        assertThat(file.rows(STORED)).containsExactly("5|5");
    }

    @Test
    void uncommittedRecordsAreReadAgain() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(created(0, 3));
            task.putAmongMore(created(3, 5));
        }

        try (RunningTask next = RunningTask.on(file.path())) {
            assertThat(next.resumedAt()).isEqualTo(2);
        }
        assertThat(file.rows(STORED)).containsExactly("3|3");
    }

    /** A trigger simulates an unforeseen reason to reject an entry. Earlier entries of the transaction are not lost. */
    @Test
    void anEntryThatTheFileRefusesIsReportedAndNothingElseIsLost() {
        RunningTask.on(file.path()).close();
        file.execute("CREATE TRIGGER refuse BEFORE INSERT ON messages WHEN new.message_id = 'm4'"
                + " BEGIN SELECT RAISE(ABORT, 'not this one'); END");
        try (RunningTask task = RunningTask.on(file.path())) {
            task.putAmongMore(created(0, 3));
            task.put(created(3, 6));
            assertThat(task.context.reported).isEmpty();
            assertThat(task.context.paused).isNotEmpty();

            task.clockMs.addAndGet(1_000);
            task.putAmongMore(List.of());
            assertThat(task.resumedAt()).isZero();
            task.putAmongMore(created(0, 3));
            task.put(created(3, 6));

            assertThat(task.context.reported)
                    .singleElement()
                    .satisfies(record -> assertThat(record.kafkaOffset()).isEqualTo(4));
        }
        assertThat(file.rows("SELECT message_id FROM messages ORDER BY 1"))
                .containsExactly("m0", "m1", "m2", "m3", "m5");
        assertThat(file.rows(STORED)).containsExactly("5|6");
    }

    private static List<SinkRecord> created(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(offset -> Chat.created(offset, "m" + offset, 1_000 + offset, "text " + offset))
                .toList();
    }
}
