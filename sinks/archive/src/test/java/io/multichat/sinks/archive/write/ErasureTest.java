package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.ErasureFolders;
import io.multichat.sinks.archive.read.ArchiveBackup;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentLines;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.testing.CanaryRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
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
        assertThat(filesWith(CanaryRecords.CANARY)).isNotEmpty();
        archive.add(CanaryRecords.personErased(9));

        write();

        assertThat(filesWith(CanaryRecords.CANARY)).isEmpty();
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

        assertThat(filesWith(CanaryRecords.CANARY)).isEmpty();
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

        assertThat(filesWith(CanaryRecords.CANARY)).isEmpty();
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

    private List<Path> filesWith(String word) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> text(file).toLowerCase(Locale.ROOT).contains(word))
                    .toList();
        }
    }

    /** The content of a file, decompressed if it is a segment. */
    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
