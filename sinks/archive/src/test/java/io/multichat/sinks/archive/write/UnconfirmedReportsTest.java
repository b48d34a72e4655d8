package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Topics;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Contents;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record whose report is not confirmed must not be lost, so no manifest goes past it. */
class UnconfirmedReportsTest {
    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private final SinkRecord poison = SinkRecords.raw(Topics.TRANSCRIPT, new SinkRecords.At(0, 1), new byte[] {'?'});
    private TestArchive archive;

    @BeforeEach
    void poisonBetweenTwoMessages() {
        archive = new TestArchive(root);
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "before");
        archive.add(poison);
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "after");
        archive.set("archive.commit.records", "1");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "IS_INTERRUPTED"})
    void aTaskThatFailsToReportCommitsNothingWhenItStops(ReportFate fate) throws IOException {
        Worker worker = archive.worker().assignAll();
        worker.context.fate = fate;

        assertThatThrownBy(() -> worker.poll(10)).isInstanceOf(ConnectException.class);

        assertThat(Thread.interrupted()).isEqualTo(fate == ReportFate.IS_INTERRUPTED);
        worker.stop();
        assertThat(archive.visibleFiles()).isEmpty();
        assertThat(archive.groupOffsets).isEmpty();
        Worker next = archive.worker().assignAll();
        next.poll(10);
        assertThat(next.context.reported).containsExactly(poison);
    }

    @Test
    void aLostReportIsRepeatedBeforeAnyCommit() throws IOException {
        Worker worker = archive.worker().assignAll();
        worker.context.fate = ReportFate.NEVER_ARRIVES;
        worker.poll(10);
        assertThat(worker.commitOffsets()).isEmpty();
        worker.context.fate = ReportFate.ARRIVES;
        archive.clockMs.addAndGet(1_000);

        worker.poll(10);
        assertThat(worker.position(TestArchive.TRANSCRIPT)).isZero();
        worker.poll(10);

        assertThat(worker.commitOffsets()).containsEntry(TestArchive.TRANSCRIPT, 3L);
        worker.stop();
        archive.topics.get(TestArchive.TRANSCRIPT).remove(poison);
        Contents.areExactlyTheTopics(archive);
    }
}
