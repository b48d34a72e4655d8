package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Topics;
import io.multichat.sinks.archive.chain.ChainHead;
import io.multichat.sinks.archive.chain.ManifestChain;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Contents;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that was replaced, but does not know it yet, keeps working beside its successor. */
class TwoOwnersTest {
    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private TestArchive archive;

    @BeforeEach
    void aBacklog() {
        archive = new TestArchive(root).set("archive.commit.records", "10");
        Chat.threeDays(archive);
    }

    @Test
    void theSlowerTaskDiscardsItsWorkAndContinuesAfterTheFasterOne() throws IOException {
        Worker zombie = archive.worker().assignAll();
        zombie.poll(9);
        Worker owner = archive.worker().assignAll();
        owner.poll(12);
        assertThat(Contents.nextOffset(archive, TestArchive.TRANSCRIPT)).isEqualTo(12);

        zombie.poll(1);

        assertThat(zombie.position(TestArchive.TRANSCRIPT)).isEqualTo(12);
        assertThat(zombie.context.paused).isEmpty();
        zombie.poll(10);
        owner.poll(10);
        assertThat(owner.position(TestArchive.TRANSCRIPT)).isEqualTo(22);
        owner.poll(100);
        finish(zombie, owner);
    }

    @Test
    void theFormerOwnerSurvivesTheRemovalOfItsFiles() throws IOException {
        Worker zombie = archive.worker().assignAll();
        zombie.poll(9);
        assertThat(Contents.unfinished(archive)).isNotEmpty();

        Worker owner = archive.worker().assignAll();

        assertThat(Contents.unfinished(archive)).isEmpty();
        zombie.poll(9);
        zombie.poll(9);
        finish(zombie, owner);
    }

    @Test
    void aCommitInProgressFailsOnceItsFilesAreRemoved() throws IOException {
        ArchiveStorage storage = archive.storage();
        PartitionWriter zombie = new PartitionWriter(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, storage);
        zombie.reopen();
        zombie.append(Chat.line(0, Chat.NOON, "text"), 0);
        ManifestChain chain = new ManifestChain(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, storage);
        PendingSegments segments = new PendingSegments(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, storage);
        segments.append(Chat.line(0, Chat.NOON, "text"));
        ManifestChain.Candidate candidate =
                chain.prepareCommit(segments.attempt(), ChainHead.START, 1, segments.finish());
        segments.moveIntoPlace();
        assertThat(archive.visibleFiles()).hasSize(1);

        PartitionWriter owner = new PartitionWriter(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, archive.storage());
        owner.reopen();

        assertThat(archive.visibleFiles()).isEmpty();
        assertThat(owner.head())
                .extracting(ChainHead::sequence, ChainHead::nextOffset)
                .containsExactly(1L, 0L);
        assertThat(Files.exists(candidate.file())).isFalse();
        assertThat(zombie.commit()).isFalse();
        assertThat(archive.segments(ArchiveKind.TRANSCRIPT)).isEmpty();
    }

    @Test
    void aTaskRemovesOrphansOfItsOwnPartitionsOnly() throws IOException {
        TopicPartition other = new TopicPartition(Topics.TRANSCRIPT, 1);
        for (int i = 0; i < 9; i++) {
            Chat.message(archive, other, Chat.NOON, "x".repeat(900));
        }
        Worker neighbour = archive.worker().assign(List.of(other));
        neighbour.poll(9);
        List<Path> neighbours = Contents.unfinished(archive);
        assertThat(neighbours).isNotEmpty();
        Path foreign = root.resolve("transcript/date=2024-01-01/notes.txt");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "not ours");

        archive.worker().assign(List.of(TestArchive.TRANSCRIPT));

        assertThat(Contents.unfinished(archive)).isEqualTo(neighbours);
        assertThat(foreign).exists();
    }

    private void finish(Worker zombie, Worker owner) throws IOException {
        zombie.poll(100);
        zombie.stop();
        owner.poll(100);
        owner.stop();
        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
    }
}
