package io.multichat.sinks.archive.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader finds, and what it refuses to read. */
class ArchiveReaderTest {
    private static final long ALWAYS = Long.MAX_VALUE;

    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private TestArchive archive;

    @BeforeEach
    void threeCommitsOfThreeDays() {
        archive = new TestArchive(root);
        Worker worker = archive.worker().assignAll();
        for (int day = 0; day < 3; day++) {
            Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON + day * Chat.DAY, "day " + day);
            Chat.snapshot(archive, TestArchive.SESSIONS, Chat.session(Chat.NOON, "first", 3 - day));
            Chat.snapshot(archive, TestArchive.SESSIONS, Chat.session(Chat.NOON + 1 + day, "m" + day, 1));
            worker.poll(10);
            archive.clockMs.addAndGet(60_000);
            worker.poll(10);
        }
        worker.stop();
    }

    @Test
    void findsNothingInAFolderThatDoesNotExist() throws IOException {
        ArchiveReader reader = new ArchiveReader(root.resolve("nowhere"));

        assertThat(reader.segments(ArchiveKind.TRANSCRIPT, 0, ALWAYS)).isEmpty();
    }

    @Test
    void findsTheEventsFromTheFirstTimeInclusiveToTheSecondExclusive() throws IOException {
        List<Long> offsets = new ArrayList<>();

        archive.reader()
                .forEachEvent(Chat.NOON + Chat.DAY, Chat.NOON + 2 * Chat.DAY, line -> offsets.add(line.offset()));

        assertThat(offsets).containsExactly(1L);
    }

    @Test
    void findsTheNewestVersionOfEverySessionInATimeRange() throws IOException {
        Map<SessionId, SessionSnapshot> newest = archive.reader().newestSnapshots(Chat.NOON, Chat.NOON + 3);

        assertThat(newest.values())
                .containsExactlyInAnyOrder(
                        Chat.session(Chat.NOON, "first", 3),
                        Chat.session(Chat.NOON + 1, "m0", 1),
                        Chat.session(Chat.NOON + 2, "m1", 1));
    }

    @Test
    void ignoresUncommittedFiles() throws IOException {
        Path stray = root.resolve("transcript/date=2024-01-01/p0-0-stray.jsonl.zst");
        Files.createDirectories(stray.getParent());
        Files.write(stray, new byte[] {1, 2, 3});

        assertThat(archive.segments(ArchiveKind.TRANSCRIPT)).hasSize(3);
    }

    @Test
    void refusesAChangedSegmentBeforeItsFirstLine() throws IOException {
        Segment segment = archive.segments(ArchiveKind.TRANSCRIPT).get(1);
        Path file = root.resolve(segment.file().path());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        List<byte[]> lines = new ArrayList<>();

        assertThatThrownBy(() -> archive.reader().forEachLine(segment, lines::add))
                .isInstanceOf(ArchiveDamagedException.class)
                .hasMessageContaining(segment.file().path())
                .hasMessageContaining("SHA-256");
        assertThat(lines).isEmpty();
    }

    @Test
    void refusesAMissingSegment() throws IOException {
        Segment segment = archive.segments(ArchiveKind.SESSIONS).get(0);
        Files.delete(root.resolve(segment.file().path()));

        assertThatThrownBy(() -> archive.reader().newestSnapshots(0, ALWAYS))
                .isInstanceOf(ArchiveDamagedException.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void refusesAChainWithAMissingManifest() throws IOException {
        Files.delete(manifest(2));

        assertThatThrownBy(() -> archive.reader().segments(ArchiveKind.TRANSCRIPT, 0, ALWAYS))
                .isInstanceOf(ArchiveDamagedException.class)
                .hasMessageContaining(manifest(2) + " is missing");
    }

    @Test
    void refusesAChainWithAChangedManifest() throws IOException {
        String json = Files.readString(manifest(2));
        Files.writeString(manifest(2), json.replace("\"records\":1", "\"records\":2"));

        assertThatThrownBy(() -> archive.reader().segments(ArchiveKind.TRANSCRIPT, 0, ALWAYS))
                .isInstanceOf(ArchiveDamagedException.class)
                .hasMessageContaining("the chain of manifests is broken");
    }

    private Path manifest(long sequence) {
        return root.resolve(".manifests/chat-transcript-0").resolve(ChainFolder.fileName(sequence));
    }
}
