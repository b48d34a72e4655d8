package io.multichat.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.data.Generation;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import io.multichat.jobs.rebuild.RebuildRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild whose process is killed in each of its steps, and repeated. */
class KilledRebuildTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int MESSAGES = 10;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void leaveData() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        try (TestBroker broker = TestBroker.start(data.resolve("kafka"))) {
            broker.topics(StoppedDeployment.SETTINGS).run();
            StoppedDeployment.publish(broker, IntStream.range(0, MESSAGES).toArray());
            StoppedDeployment.process(broker, data.resolve("state"), 0, MESSAGES);
            StoppedDeployment.archive(broker, data.resolve("archive"), MESSAGES - 2);
            expireInput(broker);
        }
        Files.writeString(data.resolve("layout"), "2\n");
    }

    /** Runs in a process of its own: the data directory. */
    public static void main(String[] arguments) {
        rebuild(Path.of(arguments[0]));
    }

    @Test
    void everyMessageIsThereOnceInOneNewGeneration() throws Exception {
        Path rebuild = Generation.rebuildFolder(data);
        killed(() -> Files.exists(rebuild.resolve("sort.db")));
        killed(() -> noted(rebuild).contains("COLLECTED"));
        killed(() -> Files.exists(DataRebuild.before(data, 1)));
        killed(() -> noted(rebuild).contains("EMPTIED"));

        if (!isComplete()) {
            rebuild(data);
        }

        assertThat(Generation.of(data)).isEqualTo(1);
        assertThat(DataRebuild.before(data, 1).resolve("archive")).isDirectory();
        assertThat(rebuild).doesNotExist();
        try (TestBroker broker = TestBroker.start(data.resolve("kafka"))) {
            StoppedDeployment.process(broker, data.resolve("state"), 1, MESSAGES);
            assertThat(StoppedDeployment.transcript(broker))
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .containsExactlyInAnyOrderElementsOf(messages());
        }
    }

    /** Then two messages are only in the transcript, which the rebuild empties. */
    private static void expireInput(TestBroker broker) throws Exception {
        TopicPartition input = new TopicPartition(Topics.MESSAGES, 0);
        try (Admin admin = broker.kafka(StoppedDeployment.SETTINGS).admin()) {
            admin.deleteRecords(Map.of(input, RecordsToDelete.beforeOffset(MESSAGES)))
                    .all()
                    .get();
        }
    }

    /** Kills the process at a moment, or lets it end if it is faster; another run would begin another generation. */
    private void killed(BooleanSupplier moment) throws Exception {
        if (isComplete()) {
            return;
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRebuildTest.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !process.isAlive() || moment.getAsBoolean());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private boolean isComplete() {
        return Generation.of(data) == 1 && !RebuildRun.isUnfinished(Generation.rebuildFolder(data));
    }

    private static String noted(Path rebuild) {
        try {
            return Files.readString(rebuild.resolve("rebuild.json"));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rebuild(Path data) {
        DataRebuild.run(data, TestBroker.settings(StoppedDeployment.SETTINGS));
    }

    private static List<String> messages() {
        return IntStream.range(0, MESSAGES).mapToObj(StoppedDeployment::message).toList();
    }
}
