package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.ErasureFolders;
import io.multichat.sinks.archive.read.ArchiveBackup;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentLines;
import io.multichat.sinks.archive.testing.ArchiveBytes;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.core.testing.SinkRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is erased cannot be found in any file below the archive's folder. */
class ErasureTest {
    @TempDir
    Path root;

    private TestArchive archive;

    @BeforeEach
    void aCommittedChat() {
        archive = new TestArchive(root).set("archive.compression", "gzip");
        CanaryRecords.chat().forEach(archive::add);
        Worker worker = archive.worker().assignAll();
        worker.poll(100);
        worker.stop();
    }

    @Test
    void nothingIsLeftOfAnErasedPerson() throws IOException {
        assertThat(ArchiveBytes.filesWith(CanaryRecords.CANARY, root)).isNotEmpty();
        archive.add(CanaryRecords.personErased(9));

        write();

        assertThat(ArchiveBytes.filesWith(CanaryRecords.CANARY, root)).isEmpty();
        assertThat(lines())
                .hasSize(8)
                .filteredOn(line -> line.contains("erased\":true"))
                .hasSize(1);
        assertThat(lines())
                .filteredOn(line -> line.contains(CanaryRecords.ROBIN))
                .hasSize(3);
    }

    @Test
    void nothingIsLeftOfADeletedSession() throws IOException {
        archive.add(CanaryRecords.sessionDeleted(9, CanaryRecords.NOON + 4_999));

        write();

        assertThat(ArchiveBytes.filesWith(CanaryRecords.CANARY, root)).isEmpty();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void nothingIsLeftInFilesOfAnInterruptedCompaction() throws IOException {
        Path attempt =
                new ArchiveLayout(root).compactions(TestArchive.TRANSCRIPT).resolve("interrupted");
        Files.createDirectories(attempt);
        Files.writeString(attempt.resolve("p0-0-x.jsonl"), CanaryRecords.CANARY);
        archive.add(CanaryRecords.personErased(9));

        write();

        assertThat(ArchiveBytes.filesWith(CanaryRecords.CANARY, root)).isEmpty();
    }

    @Test
    void aReaderThatKnowsARemovedFileReadsWhatTookItsPlace() throws IOException {
        List<Segment> before = archive.segments(ArchiveKind.TRANSCRIPT);
        CommittedSegments reader = new CommittedSegments(new ArchiveLayout(root));
        archive.add(CanaryRecords.personErased(9));
        write();

        try (SegmentLines lines = reader.open(before.get(0))) {
            assertThat(new String(lines.next().orElseThrow(), StandardCharsets.UTF_8))
                    .contains(CanaryRecords.ROBIN);
        }
        archive.add(CanaryRecords.sessionDeleted(10, CanaryRecords.NOON + 5_000));
        write();

        try (SegmentLines lines = reader.open(before.get(0))) {
            assertThat(lines.next()).isEmpty();
        }
    }

    @Test
    void aBackupTakesTheNotesAlong(@TempDir Path backup) throws IOException {
        archive.add(CanaryRecords.personErased(9));
        write();

        new ArchiveBackup(root).copyTo(backup);

        Path chain = new ArchiveLayout(backup).manifests(TestArchive.TRANSCRIPT);
        Path pending = ErasureFolders.of(new ArchiveLayout(backup), chain).pending();
        assertThat(ErasureFolders.notes(pending)).hasSize(1);
    }

    @Test
    void anEditOfAnErasedMessageIsErasedWithoutReadingOtherDays() throws IOException {
        long dayBefore = CanaryRecords.NOON - Duration.ofDays(1).toMillis();
        archive.add(SinkRecords.transcript(
                new SinkRecords.At(0, 9),
                SinkRecords.message(CanaryRecords.HERE, "m3", dayBefore, "hello"),
                SinkRecords.placed(dayBefore, 9)));
        archive.add(CanaryRecords.personErased(10));
        write();
        Segment otherDay = archive.segments(ArchiveKind.TRANSCRIPT).stream()
                .filter(segment -> segment.file().minSentAt() == dayBefore)
                .findFirst()
                .orElseThrow();
        Files.delete(new ArchiveLayout(root).resolve(otherDay.file().path()));
        archive.add(editOfErasedMessage(11));

        write();

        assertThat(archive.reader().positions()).containsEntry(TestArchive.TRANSCRIPT, 12L);
        assertThat(ArchiveBytes.filesWith(CanaryRecords.CANARY, root)).isEmpty();
    }

    /** Somebody else quotes what the person said. */
    private static SinkRecord editOfErasedMessage(long offset) {
        ChatEvent edit = new ChatEvent(
                EventType.MESSAGE_EDITED,
                CanaryRecords.HERE,
                Optional.of("m1"),
                Optional.of(Sender.user("robinbird-id")),
                CanaryRecords.NOON + 90_000,
                OptionalLong.empty(),
                Optional.empty(),
                Content.ofText("a canarybird, quoted once more"));
        return SinkRecords.transcript(
                new SinkRecords.At(0, offset),
                edit,
                new Placement(Optional.empty(), CanaryRecords.NOON + 1_000, offset, edit.type()));
    }

    private void write() {
        Worker worker = archive.worker().assignAll();
        worker.poll(100);
        worker.stop();
    }

    private List<String> lines() throws IOException {
        CommittedSegments committed = new CommittedSegments(new ArchiveLayout(root));
        List<String> lines = new ArrayList<>();
        for (Segment segment : committed.of(ArchiveKind.TRANSCRIPT)) {
            committed.forEachLine(segment, line -> lines.add(new String(line, StandardCharsets.UTF_8)));
        }
        return lines;
    }
}
