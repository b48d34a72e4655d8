package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Topics;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResumeTest {
    private static final String OFFSETS = "SELECT connector, topic, partition, next_offset FROM sink_offsets";

    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void aNewFileIsFilledFromTheBeginningOfTheLog() {
        try (RunningTask task = RunningTask.on(file.path())) {
            assertThat(task.context.rewinds)
                    .containsOnly(Map.entry(RunningTask.TRANSCRIPT, 0L), Map.entry(RunningTask.SESSIONS, 0L));
        }
    }

    @Test
    void aTaskThatFollowsAKilledOneContinuesFromTheLastRecordInTheFile() {
        // Given a task that is never stopped
        RunningTask killed = RunningTask.on(file.path());
        killed.put(created(0, 50));

        try (RunningTask next = RunningTask.on(file.path())) {
            assertThat(next.resumedAt()).isEqualTo(49);
        } finally {
            killed.close();
        }
    }

    @Test
    void redeliveredRecordsAreStoredOnce() {
        RunningTask killed = RunningTask.on(file.path());
        killed.put(created(0, 50));

        try (RunningTask next = RunningTask.on(file.path())) {
            // The worker rewinds further than requested, then continues.
            next.put(created(20, 60));
            next.put(created(55, 100));
        } finally {
            killed.close();
        }

        assertThat(file.rows("SELECT count(*), count(DISTINCT message_id), max(ordering) FROM messages"))
                .containsExactly("100|100|99");
        assertThat(file.rows(OFFSETS)).containsExactly("sqlite-sink|" + Topics.TRANSCRIPT + "|0|100");
    }

    @Test
    void aTaskThatLagsBehindAnotherOwnerDoesNotMoveTheOffsetBack() {
        try (RunningTask lagging = RunningTask.on(file.path());
                RunningTask leading = RunningTask.on(file.path())) {
            leading.put(created(0, 100));

            lagging.put(created(0, 10));
        }

        assertThat(file.rows(OFFSETS)).containsExactly("sqlite-sink|" + Topics.TRANSCRIPT + "|0|100");
    }

    @Test
    void theOffsetFollowsALogThatStartsOver() {
        try (RunningTask before = RunningTask.on(file.path())) {
            before.put(created(0, 100));
        }

        // When the consumer cannot seek to 100 and starts at the beginning of a shorter log
        try (RunningTask after = RunningTask.on(file.path())) {
            after.put(created(0, 30));
        }

        try (RunningTask next = RunningTask.on(file.path())) {
            assertThat(next.resumedAt()).isEqualTo(29);
        }
    }

    @Test
    void aRecordThatWasReportedIsNotReadAgain() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(
                    Chat.created(0, "m", 1_000, "a"), SinkRecords.raw(Topics.TRANSCRIPT, Chat.at(1), new byte[] {'{'}));
        }

        try (RunningTask next = RunningTask.on(file.path())) {
            assertThat(next.resumedAt()).isEqualTo(2);
        }
    }

    @Test
    void connectorsKeepTheirOffsetsApart() {
        try (RunningTask task = RunningTask.on(file.path());
                RunningTask other = RunningTask.on(file.path(), "name", "another")) {
            task.put(created(0, 10));
            other.put(created(0, 5));
        }

        try (RunningTask next = RunningTask.on(file.path(), "name", "another")) {
            assertThat(next.resumedAt()).isEqualTo(4);
        }
    }

    @Test
    void aTaskStartsAtOffsetsThatAnOperatorHasSet() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(created(0, 100));
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        offsets.put(RunningTask.TRANSCRIPT, 40L);
        offsets.put(RunningTask.SESSIONS, null);

        OffsetReset.apply(SqliteSettings.of(RunningTask.settings(file.path())), offsets);

        try (RunningTask next = RunningTask.on(file.path())) {
            assertThat(next.resumedAt()).isEqualTo(40);
        }
    }

    private static List<SinkRecord> created(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(offset -> Chat.created(offset, "m" + offset, 1_000 + offset, "text " + offset))
                .toList();
    }
}
