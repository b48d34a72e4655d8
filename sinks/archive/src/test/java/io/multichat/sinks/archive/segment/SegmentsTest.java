package io.multichat.sinks.archive.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Contents;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files written by a backfill that is not in time order, and the standard tools that read them. */
class SegmentsTest {
    @TempDir(factory = MemoryFolder.class)
    private Path root;

    @Test
    void aBackfillOfShuffledDaysKeepsFewFilesOpenAndWritesOneFilePerDay() throws IOException {
        TestArchive archive = new TestArchive(root).set("archive.open.files", "4");
        shuffled(archive, 400);
        Worker worker = archive.worker().assignAll();
        long mostOpen = 0;
        for (int i = 0; i < 10; i++) {
            worker.poll(300);
            mostOpen = Math.max(mostOpen, openFiles());
        }

        worker.stop();

        assertThat(mostOpen).isLessThanOrEqualTo(4);
        assertThat(archive.segments(ArchiveKind.TRANSCRIPT)).hasSize(400);
        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
    }

    @Test
    void zstdcatReadsAllFramesOfAFile() throws IOException, InterruptedException {
        TestArchive archive = new TestArchive(root).set("archive.open.files", "1");
        everyToolReads(archive, "zstdcat", ".jsonl.zst");
    }

    @Test
    void zcatReadsAllMembersOfAFile() throws IOException, InterruptedException {
        TestArchive archive =
                new TestArchive(root).set("archive.open.files", "1").set("archive.compression", "gzip");
        everyToolReads(archive, "zcat", ".jsonl.gz");
    }

    @Test
    void anArchiveMayMixCompressions() throws IOException {
        TestArchive archive = new TestArchive(root);
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "zstd");
        Worker first = archive.worker().assignAll();
        first.poll(1);
        first.stop();
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "gzip");

        Worker second = archive.set("archive.compression", "gzip").worker().assignAll();
        second.poll(1);
        second.stop();

        assertThat(archive.segments(ArchiveKind.TRANSCRIPT)).hasSize(2);
        Contents.areExactlyTheTopics(archive);
    }

    private void everyToolReads(TestArchive archive, String tool, String suffix)
            throws IOException, InterruptedException {
        shuffled(archive, 3);
        Worker worker = archive.worker().assignAll();
        worker.poll(5_000);
        worker.stop();
        Segment segment = archive.segments(ArchiveKind.TRANSCRIPT).get(0);
        assertThat(segment.file().path()).endsWith(suffix);
        StringBuilder expected = new StringBuilder();
        archive.reader()
                .forEachLine(
                        segment,
                        line -> expected.append(new String(line, StandardCharsets.UTF_8))
                                .append('\n'));
        assumeThat(Path.of("/usr/bin", tool)).isExecutable();

        Process process = new ProcessBuilder(
                        "/usr/bin/" + tool, root.resolve(segment.file().path()).toString())
                .start();
        String text;
        try (InputStream output = process.getInputStream()) {
            text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(process.waitFor()).isZero();
        assertThat(text).isEqualTo(expected.toString());
        Contents.areExactlyTheTopics(archive);
    }

    private static void shuffled(TestArchive archive, int days) {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            long day = i < days ? i : random.nextInt(days);
            Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON + day * Chat.DAY, "text " + random.nextLong());
        }
    }

    /** The number of the archive's files that this process has open. */
    private long openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeThat(descriptors).exists();
        try (Stream<Path> open = Files.list(descriptors)) {
            List<Path> all = open.toList();
            return all.stream().filter(this::isOfArchive).count();
        }
    }

    private boolean isOfArchive(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(root);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
