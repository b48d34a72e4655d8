package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.sinks.archive.files.ArchiveFiles;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.LocalFiles;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Compression;
import io.multichat.sinks.archive.segment.FrameBuffers;
import io.multichat.sinks.archive.segment.FrameEncoder;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Faults;
import io.multichat.sinks.archive.testing.FaultyFiles;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that wait in memory are bounded, however many days are open. */
class FrameBuffersTest {
    private static final int FRAME = 4_000;
    private static final int TOTAL = 20_000;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_LINE = 1_000;

    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private final AtomicLong written = new AtomicLong();

    @Test
    void aBackfillOfThousandsOfDaysStaysWithinTheLimit() throws IOException {
        ArchiveStorage storage = storage(new LocalFiles(4));
        assertBounded(storage);
        storage.close();
    }

    @Test
    void afterFailuresTheLimitIsStillTheSame() throws IOException {
        Faults faults = new Faults();
        ArchiveStorage storage = storage(new FaultyFiles(new LocalFiles(4), faults));
        for (int i = 0; i < 20; i++) {
            PendingSegments failing = new PendingSegments(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, storage);
            faults.failOnceAfter(0);
            assertThatThrownBy(() -> failing.append(Chat.line(0, 0, "x".repeat(FRAME))))
                    .isInstanceOf(IOException.class);
            failing.clear();
        }

        written.set(0);
        assertBounded(storage);
        storage.close();
    }

    private void assertBounded(ArchiveStorage storage) throws IOException {
        PendingSegments segments = new PendingSegments(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, storage);
        Random random = new Random(3);
        long given = 0;
        long mostHeld = 0;
        for (int i = 0; i < 6_000; i++) {
            String text = "x".repeat(random.nextInt(LONGEST_TEXT));
            given += segments.append(Chat.line(i, random.nextInt(3_000) * Chat.DAY, text));
            mostHeld = Math.max(mostHeld, given - written.get());
        }

        assertThat(mostHeld).isBetween(TOTAL / 2L, (long) TOTAL + LONGEST_LINE);
        segments.clear();
    }

    private ArchiveStorage storage(ArchiveFiles files) {
        return new ArchiveStorage(
                new ArchiveLayout(root), files, Compression.ZSTD, counting(), new FrameBuffers(FRAME, TOTAL));
    }

    private FrameEncoder counting() {
        return new FrameEncoder() {
            @Override
            public ByteBuffer encode(byte[] raw, int length) {
                written.addAndGet(length);
                return ByteBuffer.wrap(raw, 0, length);
            }

            @Override
            public void close() {
                // Nothing to free.
            }
        };
    }
}
