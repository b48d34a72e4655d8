package io.multichat.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.DeadLetter;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.Topics;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.rebuild.RebuildException;
import io.multichat.jobs.rebuild.RebuildReport;
import io.multichat.jobs.rebuild.RebuildRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild of a deployment on a cluster: two messages are archived, one more is in the transcript, one only in the input. */
class RebuildRunTest {
    /** No other process is running. */
    private static final Optional<Duration> NOBODY = Optional.empty();

    @TempDir
    private Path folder;

    private TestBroker broker;
    private Path archive;
    private Path scratch;

    @BeforeEach
    void leaveADeployment() throws IOException {
        broker = TestBroker.start(folder.resolve("kafka"));
        broker.topics(StoppedDeployment.SETTINGS).run();
        archive = folder.resolve("archive");
        scratch = folder.resolve("scratch");
        StoppedDeployment.publish(broker, 3, 1, 2);
        StoppedDeployment.process(broker, folder.resolve("state"), 0, 3);
        StoppedDeployment.archive(broker, archive, 2);
        StoppedDeployment.publish(broker, 4);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void everyEventIsPublishedAgainInItsOrderAndBecomesTheNextGeneration() {
        RebuildReport report = run(NOBODY, generation -> {});

        assertThat(report).isEqualTo(new RebuildReport(1, 2, 1, 4, 0));
        assertThat(published().subList(4, 11)).isEqualTo(messages(3, 1, 2, 3, 1, 2, 4));
        assertThat(StoppedDeployment.transcript(broker)).isEmpty();
        assertThat(scratch).doesNotExist();

        StoppedDeployment.process(broker, folder.resolve("state-1"), 1, 4);

        assertThat(StoppedDeployment.transcript(broker)).hasSize(4);
        List<SessionSnapshot> snapshots = broker.records(Topics.SESSIONS).stream()
                .map(record -> new SnapshotDecoder().decode(record.value()))
                .toList();
        assertThat(snapshots).allMatch(snapshot -> snapshot.version().generation() == 1);
        assertThat(snapshots.get(snapshots.size() - 1).counts().messages()).isEqualTo(4);
    }

    @Test
    void aDeletedSessionStaysDeletedWhenItsMessagesAreImportedAgain() throws IOException {
        StoppedDeployment.publish(broker, StoppedDeployment.deletion(1));
        StoppedDeployment.process(broker, folder.resolve("state"), 0, 5);
        StoppedDeployment.archive(broker, archive, 5);
        run(NOBODY, generation -> {});

        StoppedDeployment.publish(broker, 1, 2, 3, 9);
        // The deletion of the archive, that of the input topic, and the last message.
        StoppedDeployment.process(broker, folder.resolve("state-1"), 1, 3);

        assertThat(StoppedDeployment.transcript(broker))
                .extracting(record -> Placement.readFrom(record.headers()).kind())
                .containsExactly(EventType.SESSION_DELETED, EventType.SESSION_DELETED, EventType.MESSAGE_CREATED);
        assertThat(broker.records(Topics.DEAD_LETTERS))
                .extracting(record -> DeadLetter.readFrom(record.headers()).reason())
                .containsExactly(
                        RejectReason.SESSION_DELETED, RejectReason.SESSION_DELETED, RejectReason.SESSION_DELETED);
    }

    @Test
    void aRebuildThatWasInterruptedContinuesWithTheSameGeneration() throws IOException {
        assertThatThrownBy(() -> run(NOBODY, generation -> {
                    throw new IOException("the disk is gone");
                }))
                .isInstanceOf(RebuildException.class)
                .hasMessageContaining("the disk is gone; run it again");
        assertThat(RebuildRun.isUnfinished(scratch)).isTrue();
        // The old archive is not needed any more.
        Files.move(archive, folder.resolve("moved"));

        RebuildReport report = run(NOBODY, generation -> assertThat(generation).isEqualTo(1));

        assertThat(report).isEqualTo(new RebuildReport(1, 2, 1, 4, 0));
        assertThat(published()).hasSize(11);
    }

    @Test
    void aDamagedArchiveChangesNothing() throws IOException {
        try (Stream<Path> files = Files.walk(archive.resolve("transcript"))) {
            for (Path segment : files.filter(Files::isRegularFile).toList()) {
                Files.write(segment, new byte[] {1, 2, 3});
            }
        }

        assertThatThrownBy(() -> run(NOBODY, generation -> {}))
                .isInstanceOf(RebuildException.class)
                .hasMessageContaining("the archive is damaged, and nothing was changed");

        assertThat(RebuildRun.isUnfinished(scratch)).isFalse();
        assertThat(StoppedDeployment.transcript(broker)).hasSize(3);
    }

    @Test
    void aRunningDeploymentIsRefused() {
        Map<String, Object> config = broker.kafka(StoppedDeployment.SETTINGS).config();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "connect-multichat-sqlite");
        try (Consumer<byte[], byte[]> sink =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            sink.subscribe(List.of(Topics.TRANSCRIPT));
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                sink.poll(Duration.ofMillis(100));
                return !sink.assignment().isEmpty();
            });

            assertThatThrownBy(() -> run(Optional.of(Duration.ofSeconds(20)), generation -> {}))
                    .hasMessageContaining("the consumer group connect-multichat-sqlite has members")
                    .hasMessageContaining("stop every serve and every connector");
        }
    }

    private RebuildReport run(Optional<Duration> patience, RebuildRun.StoreReset stores) {
        return new RebuildRun(
                        broker.kafka(StoppedDeployment.SETTINGS),
                        broker.topics(StoppedDeployment.SETTINGS),
                        List.of("connect-multichat-sqlite"),
                        scratch,
                        patience)
                .run(new ArchiveAccess(archive), 1, stores);
    }

    private List<String> published() {
        return broker.records(Topics.MESSAGES).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> messages(int... numbers) {
        return IntStream.of(numbers).mapToObj(StoppedDeployment::message).toList();
    }
}
