package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the days of a backfill are mixed, its lines take little more room than in one frame for each file. */
class FrameShapesTest {
    private static final int LEVEL = 3;
    private static final double MOST = 1.2;
    private static final int LINES = 40_000;

    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private final Words words = new Words(new Random(7));
    private final List<Long> days = new ArrayList<>();

    @Test
    void oneDay() throws IOException {
        days.addAll(Collections.nCopies(LINES, 0L));

        assertSmall(450);
    }

    @Test
    void aThousandDaysInOrder() throws IOException {
        for (int i = 0; i < LINES; i++) {
            days.add(i * 1_000L / LINES);
        }

        assertSmall(450);
    }

    @Test
    void aThousandDaysShuffled() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < LINES; i++) {
            days.add((long) random.nextInt(1_000));
        }

        assertSmall(450);
    }

    @Test
    void aFewDaysShuffled() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < LINES; i++) {
            days.add((long) random.nextInt(7));
        }

        assertSmall(450);
    }

    @Test
    void quietDaysAfterDaysThatFilledTheMemory() throws IOException {
        try (var storage = new TestArchive(root).storage()) {
            PartitionWriter writer = new PartitionWriter(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, storage);
            writer.reopen();
            int offset = 0;
            for (; offset < 66; offset++) {
                writer.append(Chat.line(offset, offset * Chat.DAY, words.text(250_000)), 0);
            }
            for (int i = 0; i < 3_000; i++, offset++) {
                writer.append(Chat.line(offset, (66 + i / 100) * Chat.DAY, words.text(800)), 0);
            }
            writer.commit();
        }

        assertFilesAreSmall();
    }

    private void assertSmall(int textLength) throws IOException {
        try (var storage = new TestArchive(root).storage()) {
            PartitionWriter writer = new PartitionWriter(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, storage);
            writer.reopen();
            for (int offset = 0; offset < days.size(); offset++) {
                writer.append(Chat.line(offset, days.get(offset) * Chat.DAY, words.text(textLength)), 0);
            }
            writer.commit();
        }
        assertFilesAreSmall();
    }

    private void assertFilesAreSmall() throws IOException {
        TestArchive archive = new TestArchive(root);
        long written = 0;
        long inOneFrameEach = 0;
        for (Segment segment : archive.segments(ArchiveKind.TRANSCRIPT)) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            archive.reader().forEachLine(segment, line -> {
                lines.writeBytes(line);
                lines.write('\n');
            });
            written += segment.file().bytes();
            inOneFrameEach += Zstd.compress(lines.toByteArray(), LEVEL).length;
        }

        assertThat((double) written / inOneFrameEach).isLessThanOrEqualTo(MOST);
    }
}
