package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.reading.StoreException;
import io.multichat.sinks.archive.compact.ArchiveCompactor;
import io.multichat.sinks.archive.compact.CompactionLimits;
import io.multichat.sinks.archive.files.ArchiveErrors;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.settings.ArchiveSettings;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Contents;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.testing.SmallDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a full file system nothing is lost, duplicated or left over. */
class FullDiskTest {
    @TempDir
    private Path folder;

    private SmallDisk disk;
    private TestArchive archive;

    @BeforeEach
    void aBacklogLargerThanTheDisk() throws IOException {
        disk = SmallDisk.mount(folder.resolve("disk"), 8);
        archive = new TestArchive(disk.folder().resolve("archive"));
        Random random = new Random(5);
        byte[] noise = new byte[3_000];
        for (int i = 0; i < 600; i++) {
            random.nextBytes(noise);
            Chat.message(
                    archive,
                    TestArchive.TRANSCRIPT,
                    Chat.NOON + i % 2 * Chat.DAY,
                    Base64.getEncoder().encodeToString(noise));
        }
    }

    @AfterEach
    void unmount() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void aTaskWaitsAndContinuesWhenThereIsSpaceAgain() throws IOException {
        Worker worker = archive.worker().assignAll();
        worker.poll(20);
        commit(worker);
        disk.fillExcept(500_000);
        for (int i = 0; i < 30; i++) {
            worker.poll(20);
            archive.clockMs.addAndGet(60_000);
        }
        long archived = Contents.nextOffset(archive, TestArchive.TRANSCRIPT);
        assertThat(archived).isBetween(20L, 300L);
        assertThat(worker.commitOffsets()).containsEntry(TestArchive.TRANSCRIPT, archived);
        Contents.areTheTopicsUpToTheChains(archive);

        disk.free();
        for (int i = 0; i < 40; i++) {
            worker.poll(20);
            archive.clockMs.addAndGet(60_000);
        }
        commit(worker);

        worker.stop();
        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
    }

    @Test
    void theErrorNamesTheFileWithoutSpace() throws IOException {
        ArchiveStorage storage = ArchiveSettings.of(archive.settings).storage();
        storage.files().createFolders(List.of(archive.root));
        Path file = archive.root.resolve("segment");
        storage.files().create(file, ByteBuffer.allocate(1));
        disk.fill();

        assertThatThrownBy(() -> storage.files().append(file, ByteBuffer.allocate(100_000)))
                .isInstanceOfSatisfying(
                        IOException.class,
                        e -> assertThat(ArchiveErrors.of(e))
                                .hasMessageContainingAll(
                                        "the archive cannot be written", file.toString(), "No space left")
                                .extracting(StoreException::verdict)
                                .isEqualTo(StoreException.Verdict.RETRY));
        storage.close();
    }

    @Test
    void aCompactionGivesUpAndChangesNothing() throws IOException {
        Worker worker = archive.set("archive.commit.records", "100").worker().assignAll();
        for (int i = 0; i < 6; i++) {
            worker.poll(100);
        }
        worker.stop();
        disk.fillExcept(500_000);

        assertThatThrownBy(this::compact).isInstanceOf(IOException.class).hasMessageContaining("No space left");

        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
        disk.free();
        compact();
        assertThat(archive.segments(ArchiveKind.TRANSCRIPT)).hasSize(2);
        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
        assertThat(Files.exists(archive.root.resolve(".replaced"))).isTrue();
    }

    private void compact() throws IOException {
        ArchiveStorage storage = ArchiveSettings.of(archive.settings).storage();
        new ArchiveCompactor(storage, new CompactionLimits(0, 1 << 30), System::currentTimeMillis).run();
    }

    private void commit(Worker worker) {
        archive.clockMs.addAndGet(60_000);
        worker.poll(0);
    }
}
