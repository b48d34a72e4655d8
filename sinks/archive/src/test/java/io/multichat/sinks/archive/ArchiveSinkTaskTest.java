package io.multichat.sinks.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Contents;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.archive.write.ArchiveCommitRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a task commits, and the offsets that it returns to Connect. */
class ArchiveSinkTaskTest {
    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private TestArchive archive;

    @BeforeEach
    void threeMessagesAndASnapshot() {
        archive = new TestArchive(root);
        Chat.threeMessagesAndASnapshot(archive);
    }

    @Test
    void commitsAtTheLimitOfRecords() throws IOException {
        Worker worker = archive.set("archive.commit.records", "3").worker().assignAll();
        worker.poll(2);
        assertThat(worker.commitOffsets()).isEmpty();

        worker.poll(2);

        assertThat(worker.commitOffsets()).isEqualTo(Map.of(TestArchive.TRANSCRIPT, 3L));
    }

    @Test
    void commitsAtTheLimitOfBytes() throws IOException {
        Worker worker = archive.set("archive.commit.bytes", "1KiB").worker().assignAll();
        worker.poll(2);
        assertThat(worker.commitOffsets()).isEmpty();
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "x".repeat(1_024));

        worker.poll(2);

        assertThat(worker.commitOffsets()).isEqualTo(Map.of(TestArchive.TRANSCRIPT, 4L));
    }

    @Test
    void commitsAQuietTopicAfterTheInterval() throws IOException {
        Worker worker = archive.set("archive.commit.interval", "10s").worker().assignAll();
        worker.poll(10);
        archive.clockMs.addAndGet(9_999);
        worker.poll(10);
        assertThat(worker.commitOffsets()).isEmpty();
        assertThat(worker.context.timeouts.get(worker.context.timeouts.size() - 1))
                .isEqualTo(1);

        archive.clockMs.addAndGet(1);
        worker.poll(10);

        assertThat(worker.commitOffsets()).isEqualTo(Map.of(TestArchive.TRANSCRIPT, 3L, TestArchive.SESSIONS, 1L));
        Contents.areExactlyTheTopics(archive);
    }

    @Test
    void commitsEverythingOncePerRequest() throws IOException {
        new ArchiveCommitRequest(root).request();
        Worker worker = archive.worker().assignAll();
        worker.poll(2);
        assertThat(worker.commitOffsets()).isEmpty();
        assertThat(worker.context.timeouts.get(worker.context.timeouts.size() - 1))
                .isBetween(1L, 1_000L);

        new ArchiveCommitRequest(root).request();
        worker.poll(0);

        assertThat(worker.commitOffsets()).isEqualTo(Map.of(TestArchive.TRANSCRIPT, 2L, TestArchive.SESSIONS, 1L));
        worker.poll(1);
        assertThat(worker.commitOffsets()).containsEntry(TestArchive.TRANSCRIPT, 2L);
    }

    @Test
    void treatsATouchedRequestFileAsARequest() throws IOException {
        new ArchiveCommitRequest(root).request();
        Worker worker = archive.worker().assignAll();
        worker.poll(2);
        assertThat(worker.commitOffsets()).isEmpty();

        Files.setLastModifiedTime(root.resolve(".requests/commit"), FileTime.fromMillis(0));
        worker.poll(0);

        assertThat(worker.commitOffsets()).containsEntry(TestArchive.TRANSCRIPT, 2L);
    }

    @Test
    void skipsRedeliveredRecords() throws IOException {
        Worker worker = archive.worker().assignAll();
        worker.poll(2);

        worker.redeliver(2);
        worker.poll(1);
        worker.redeliver(3);
        worker.stop();

        Contents.areExactlyTheTopics(archive);
    }

    @Test
    void skipsARecordThatOccursTwiceInOneBatch() throws IOException {
        List<SinkRecord> topic = archive.topics.get(TestArchive.TRANSCRIPT);
        topic.add(topic.get(2));
        Worker worker = archive.worker().assignAll();

        worker.poll(4);
        worker.stop();

        topic.remove(3);
        Contents.areExactlyTheTopics(archive);
    }

    @Test
    void startsAtTheEndOfItsChainAndNotAtConnectsOffset() throws IOException {
        Worker first = archive.worker().assignAll();
        first.poll(2);
        first.stop();

        archive.groupOffsets.put(TestArchive.TRANSCRIPT, 3L);
        Worker second = archive.worker().assignAll();
        assertThat(second.position(TestArchive.TRANSCRIPT)).isEqualTo(2);
        assertThat(second.position(TestArchive.SESSIONS)).isEqualTo(1);
        second.poll(10);
        second.stop();

        Contents.areExactlyTheTopics(archive);
    }

    @Test
    void startsAtTheFirstRecordWithoutAChain() {
        archive.groupOffsets.put(TestArchive.TRANSCRIPT, 3L);

        Worker worker = archive.worker().assignAll();

        assertThat(worker.position(TestArchive.TRANSCRIPT)).isZero();
    }
}
