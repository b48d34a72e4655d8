package io.multichat.sinks.archive.compact;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.LocalFiles;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.FrameBuffers;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.ZstdFrameCounts;
import io.multichat.sinks.archive.settings.ArchiveSettings;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Contents;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Words;
import io.multichat.sinks.archive.write.PartitionWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compaction rewrites files whose frames hold only a few lines. */
class TinyFramesTest {
    private static final int LINES = 300;

    @TempDir(factory = MemoryFolder.class)
    private Path root;

    @Test
    void aFileOfTinyFramesIsRewrittenAloneAndOnlyOnce() throws IOException {
        write(2_000, LINES);
        Segment before = archive().segments(ArchiveKind.TRANSCRIPT).get(0);
        ZstdFrameCounts tiny = counts(before);
        assertThat(tiny.frames()).isGreaterThan(50);

        assertThat(compact()).isEqualTo(new CompactionReport(1, 1, 0, 0, 0));

        Segment after = archive().segments(ArchiveKind.TRANSCRIPT).get(0);
        assertThat(counts(after)).isEqualTo(new ZstdFrameCounts(1, tiny.contentBytes()));
        assertThat(after.file().bytes()).isLessThan(before.file().bytes() * 3 / 4);
        assertThat(archive().segments(ArchiveKind.TRANSCRIPT)).hasSize(1);
        assertThat(compact()).isEqualTo(CompactionReport.NOTHING);
        Contents.haveNoOrphans(archive());
    }

    @Test
    void aFileOfLargeFramesStays() throws IOException {
        write(100_000, LINES);

        assertThat(compact()).isEqualTo(CompactionReport.NOTHING);
    }

    @Test
    void framesOfEverySizeAreCounted() throws IOException {
        for (int lines : List.of(1, 2, 60, 600, 3_000)) {
            Files.walk(root)
                    .filter(Files::isRegularFile)
                    .forEach(file -> file.toFile().delete());
            write(1 << 30, lines);
            Segment segment = archive().segments(ArchiveKind.TRANSCRIPT).get(0);
            long[] bytes = {0};
            archive().reader().forEachLine(segment, line -> bytes[0] += line.length + 1);

            assertThat(counts(segment)).isEqualTo(new ZstdFrameCounts(1, bytes[0]));
        }
    }

    @Test
    void aFileThatIsNotZstdIsNotCounted() throws IOException {
        Path file = Files.write(root.resolve("file"), new byte[] {1, 2, 3, 4, 5, 6});

        assertThat(ZstdFrameCounts.of(file)).isEmpty();
    }

    private void write(int frameBytes, int lines) throws IOException {
        ArchiveStorage defaults = archive().storage();
        try (ArchiveStorage storage = new ArchiveStorage(
                defaults.layout(),
                new LocalFiles(4),
                defaults.compression(),
                defaults.frames(),
                new FrameBuffers(frameBytes, 16 << 20))) {
            PartitionWriter writer = new PartitionWriter(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, storage);
            writer.reopen();
            Words words = new Words(new Random(5));
            for (int offset = 0; offset < lines; offset++) {
                writer.append(Chat.line(offset, Chat.NOON, words.text(300)), 0);
            }
            writer.commit();
        }
    }

    private CompactionReport compact() throws IOException {
        ArchiveStorage storage = ArchiveSettings.of(archive().settings).storage();
        return new ArchiveCompactor(storage, new CompactionLimits(3_600_000, 1 << 20), System::currentTimeMillis).run();
    }

    private ZstdFrameCounts counts(Segment segment) throws IOException {
        return ZstdFrameCounts.of(root.resolve(segment.file().path())).orElseThrow();
    }

    private TestArchive archive() {
        return new TestArchive(root);
    }
}
