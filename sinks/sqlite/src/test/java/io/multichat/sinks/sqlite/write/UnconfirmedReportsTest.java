package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record whose report does not arrive must not be lost: nothing of its batch is committed. */
class UnconfirmedReportsTest {
    private static final String OFFSET = "SELECT next_offset FROM sink_offsets";

    private final StoreFile file = new StoreFile();
    private final SinkRecord poison = SinkRecords.raw(Topics.TRANSCRIPT, Chat.at(1), new byte[] {'{'});
    private final List<SinkRecord> batch =
            List.of(Chat.created(0, "a", 1_000, "good"), poison, Chat.created(2, "b", 1_000, "good"));

    @AfterEach
    void remove() {
        file.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ARRIVES", "NEVER_ARRIVES"})
    void aBatchWithARecordWhoseReportDidNotArriveIsNotCommitted(ReportFate fate) {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.context.fate = fate;

            assertThatThrownBy(() -> task.put(batch)).isInstanceOf(ConnectException.class);

            assertThat(Thread.interrupted()).isEqualTo(fate == ReportFate.IS_INTERRUPTED);
        }
        assertThat(file.rows(OFFSET)).isEmpty();
        try (RunningTask next = RunningTask.on(file.path())) {
            assertThat(next.resumedAt()).isZero();
        }
    }

    @Test
    void aBatchWithARecordThatTheFileRefusedIsNotCommittedBeforeTheReportArrives() {
        SinkRecord refused = Snapshots.record(
                1, Snapshots.session(Snapshots.id(30), SessionStatus.OPEN, new SessionSnapshot.Span(30, 29), 1, 1));
        List<SinkRecord> snapshots = List.of(
                Snapshots.record(0, Snapshots.open(10, 11, 1)),
                refused,
                Snapshots.record(2, Snapshots.open(20, 21, 1)));
        try (RunningTask task = RunningTask.on(file.path())) {
            task.context.fate = ReportFate.FAILS;

            assertThatThrownBy(() -> task.put(snapshots)).isInstanceOf(ConnectException.class);
        }
        assertThat(file.rows(OFFSET)).isEmpty();
    }

    @Test
    void thePositionAdvancesOnceTheReportArrives() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.context.fate = ReportFate.NEVER_ARRIVES;
            task.put(batch);
            assertThat(file.rows(OFFSET)).isEmpty();
            task.context.fate = ReportFate.ARRIVES;
            task.clockMs.addAndGet(1_000);
            task.put(List.of());
            assertThat(task.resumedAt()).isZero();

            task.put(batch);

            assertThat(file.rows(OFFSET)).containsExactly("3");
            task.put(Chat.created(3, "c", 1_000, "good"));
            assertThat(file.rows(OFFSET)).containsExactly("4");
        }
    }
}
