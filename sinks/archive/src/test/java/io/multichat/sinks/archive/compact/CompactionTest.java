package io.multichat.sinks.archive.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.chain.ChainHead;
import io.multichat.sinks.archive.chain.ChainReader;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.settings.ArchiveSettings;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Contents;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.archive.write.PartitionWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result of a compaction, for readers and for the task that keeps writing. */
class CompactionTest {
    private static final long HOUR = 3_600_000;

    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private final AtomicLong clockMs = new AtomicLong(System.currentTimeMillis());
    private TestArchive archive;
    private Worker worker;

    @BeforeEach
    void eightCommitsOfTwoDays() {
        archive = new TestArchive(root).set("archive.commit.records", "2");
        worker = archive.worker().assignAll();
        commits(8);
    }

    @Test
    void aDayBecomesOneFileAndGlobsMatchNoOtherFile() throws IOException {
        CompactionReport report = compact(HOUR);

        assertThat(report).isEqualTo(new CompactionReport(16, 2, 0, 0, 0));
        assertThat(archive.segments(ArchiveKind.TRANSCRIPT)).hasSize(2);
        assertThat(compact(HOUR)).isEqualTo(CompactionReport.NOTHING);
        worker.stop();
        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
    }

    @Test
    void aRunningTaskKeepsItsUncommittedRecords() throws IOException {
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "before");
        worker.poll(1);
        compact(HOUR);
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "after");

        worker.poll(1);

        assertThat(worker.commitOffsets()).containsEntry(TestArchive.TRANSCRIPT, 18L);
        assertThat(worker.context.rewinds).isEmpty();
        worker.stop();
        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
    }

    @Test
    void replacedFilesStayForReadersUntilTheGracePeriodEnds() throws IOException {
        ArchiveReader reader = archive.reader();
        List<Segment> before = reader.segments(ArchiveKind.TRANSCRIPT, 0, Long.MAX_VALUE);
        compact(HOUR);
        clockMs.addAndGet(HOUR - 1);
        compact(HOUR);
        List<byte[]> lines = new ArrayList<>();
        for (Segment segment : before) {
            reader.forEachLine(segment, lines::add);
        }
        assertThat(lines).hasSize(16);

        clockMs.addAndGet(1 + Duration.ofMinutes(5).toMillis());
        CompactionReport report = compact(HOUR);

        assertThat(report.removedFiles()).isEqualTo(16);
        assertThat(report.removedManifests()).isEqualTo(8);
        assertThat(root.resolve(".replaced/transcript")).isEmptyDirectory();
        assertThatThrownBy(() -> reader.open(before.get(0))).hasMessageContaining("is missing");
        worker.stop();
        Contents.areExactlyTheTopics(archive);
    }

    @Test
    void aWriterPausedUntilItsManifestNumberWasFreedCommitsNothing() throws IOException {
        PartitionWriter sleeper = new PartitionWriter(
                TestArchive.TRANSCRIPT,
                ArchiveKind.TRANSCRIPT,
                ArchiveSettings.of(archive.settings).storage());
        sleeper.reopen();
        sleeper.append(Chat.line(16, Chat.NOON, "text"), 0);
        commits(2);
        compact(0);
        clockMs.addAndGet(HOUR);
        compact(0);
        assertThat(new ChainFolder(root.resolve(".manifests/chat-transcript-0")).sequences())
                .doesNotContain(9L);

        assertThat(sleeper.commit()).isFalse();

        sleeper.reopen();
        assertThat(sleeper.position()).isEqualTo(20);
        worker.stop();
        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
    }

    @Test
    void aDamagedFileIsNeverMerged() throws IOException {
        List<Segment> before = archive.segments(ArchiveKind.TRANSCRIPT);
        Files.write(root.resolve(before.get(3).file().path()), new byte[] {1});

        assertThatThrownBy(() -> compact(HOUR)).isInstanceOf(ArchiveDamagedException.class);

        assertThat(archive.segments(ArchiveKind.TRANSCRIPT)).isEqualTo(before);
        assertThat(archive.visibleFiles()).hasSize(16);
    }

    @Test
    void aTaskWritesCheckpoints() throws IOException {
        PartitionWriter writer = new PartitionWriter(
                TestArchive.SESSIONS,
                ArchiveKind.SESSIONS,
                ArchiveSettings.of(archive.settings).storage());
        writer.reopen();
        for (int offset = 0; offset < 1_005; offset++) {
            writer.passed(offset, 0);
            writer.commit();
        }

        ChainFolder folder = new ChainFolder(root.resolve(".manifests/chat-sessions-0"));
        for (long sequence = 1; sequence < 1_001; sequence++) {
            Files.delete(folder.file(sequence));
        }
        assertThat(ChainReader.read(folder, Optional.empty()).orElseThrow().head())
                .extracting(ChainHead::sequence, ChainHead::nextOffset, ChainHead::checkpoint)
                .containsExactly(1_005L, 1_005L, 1_001L);
    }

    private void commits(int number) {
        for (int i = 0; i < number; i++) {
            Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "text " + i);
            Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON + Chat.DAY, "text " + i);
            worker.poll(2);
        }
    }

    private CompactionReport compact(long graceMs) throws IOException {
        ArchiveStorage storage = ArchiveSettings.of(archive.settings).storage();
        return new ArchiveCompactor(storage, new CompactionLimits(graceMs, 1 << 20), clockMs::get).run();
    }
}
