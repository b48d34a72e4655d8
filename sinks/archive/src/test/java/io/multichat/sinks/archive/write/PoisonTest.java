package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Topics;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Contents;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.testing.SinkRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that cannot become lines. */
class PoisonTest {
    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private TestArchive archive;

    @BeforeEach
    void threeMessagesAndASnapshot() {
        archive = new TestArchive(root);
        Chat.threeMessagesAndASnapshot(archive);
    }

    @Test
    void reportsPoisonAndArchivesTheRest() throws IOException {
        List<SinkRecord> poison = List.of(
                SinkRecords.raw(Topics.TRANSCRIPT, new SinkRecords.At(0, 3), null),
                SinkRecords.transcript(
                        new SinkRecords.At(0, 4),
                        SinkRecords.message(Chat.GENERAL, "m", Chat.NOON, "before 1970"),
                        SinkRecords.placed(-1, 0)),
                SinkRecords.transcript(
                        new SinkRecords.At(0, 5),
                        SinkRecords.message(Chat.GENERAL, "m", Chat.NOON, "after 9999"),
                        SinkRecords.placed(Long.MAX_VALUE, 0)),
                SinkRecords.raw(Topics.SESSIONS, new SinkRecords.At(0, 1), trailing()));
        poison.forEach(archive::add);
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "the rest");
        Worker worker = archive.worker().assignAll();

        worker.poll(10);
        worker.stop();

        assertThat(worker.context.reported).containsExactlyInAnyOrderElementsOf(poison);
        assertThat(Contents.nextOffset(archive, TestArchive.SESSIONS)).isEqualTo(2);
        archive.topics.values().forEach(topic -> topic.removeAll(poison));
        Contents.areExactlyTheTopics(archive);
    }

    @Test
    void commitsOffsetsPastABatchOfPoisonOnly() throws IOException {
        TopicPartition other = new TopicPartition(Topics.TRANSCRIPT, 1);
        archive.add(SinkRecords.raw(Topics.TRANSCRIPT, new SinkRecords.At(1, 0), new byte[] {'?'}));
        Worker worker = archive.worker().assignAll();
        worker.poll(10);

        archive.clockMs.addAndGet(60_000);
        worker.poll(10);

        assertThat(worker.commitOffsets()).containsEntry(other, 1L);
    }

    private static byte[] trailing() {
        byte[] json = (byte[]) SinkRecords.snapshot(new SinkRecords.At(0, 0), Chat.session(Chat.NOON, "m", 1))
                .value();
        byte[] longer = Arrays.copyOf(json, json.length + 2);
        longer[json.length] = '{';
        longer[json.length + 1] = '}';
        return longer;
    }
}
