package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Topics;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file whose last record has the offset 9, and the log that a restarted task finds. */
class RecreatedTopicTest {
    private static final String OFFSET = "SELECT next_offset FROM sink_offsets WHERE topic = 'chat-transcript'";

    private final StoreFile file = new StoreFile();

    @BeforeEach
    void tenRecords() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(log("known", 0, 10));
        }
    }

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void theSameLogIsReadFromItsOffset() {
        try (RunningTask task = RunningTask.on(file.path())) {
            assertThat(task.resumedAt()).isEqualTo(9);

            task.put(log("known", 9, 15));

            assertThat(task.resumedAt()).isEqualTo(9);
        }
        assertThat(file.rows(OFFSET)).containsExactly("15");
        assertThat(file.rows("SELECT count(*) FROM messages")).containsExactly("15");
    }

    @Test
    void anotherLogIsReadFromItsBeginning() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(log("other", 9, 15));

            assertThat(task.resumedAt()).isZero();
            assertThat(file.rows(OFFSET)).containsExactly("0");
            task.put(log("other", 0, 15));
            assertThat(file.rows(OFFSET)).containsExactly("15");
        }
        assertThat(file.rows("SELECT count(*) FROM messages WHERE message_id LIKE 'other%'"))
                .containsExactly("15");
    }

    @Test
    void anotherLogIsDetectedAtOnceEvenIfMoreRecordsAreAvailable() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.putAmongMore(log("other", 9, 15));

            assertThat(task.resumedAt()).isZero();
        }
    }

    @Test
    void aTaskThatIsKilledBeforeItHasReadAnotherLogStartsAtItsBeginning() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(log("other", 9, 15));
        }

        try (RunningTask next = RunningTask.on(file.path())) {
            assertThat(next.resumedAt()).isZero();
        }
    }

    @Test
    void aLogWithoutTheLastRecordCountsAsTheSame() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(log("known", 12, 15));

            assertThat(task.resumedAt()).isEqualTo(9);
        }
        assertThat(file.rows(OFFSET)).containsExactly("15");
    }

    @Test
    void nothingIsComparedAfterAReportedRecord() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(log("known", 9, 10));
            task.put(SinkRecords.raw(Topics.TRANSCRIPT, Chat.at(10), new byte[] {'{'}));
        }

        try (RunningTask next = RunningTask.on(file.path())) {
            assertThat(next.resumedAt()).isEqualTo(11);
        }
    }

    @Test
    void theOtherTopicIsReadFromItsOffset() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Snapshots.record(3, Snapshots.open(10, 20, 1)));
        }

        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(log("other", 9, 15));

            assertThat(task.context.rewinds)
                    .containsEntry(RunningTask.TRANSCRIPT, 0L)
                    .containsEntry(RunningTask.SESSIONS, 3L);
        }
    }

    private static List<SinkRecord> log(String name, long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(offset -> Chat.created(offset, name + offset, 1_000 + offset, "text " + offset))
                .toList();
    }
}
