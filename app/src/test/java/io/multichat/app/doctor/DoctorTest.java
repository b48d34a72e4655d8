package io.multichat.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.audit.AuditedChat;
import io.multichat.app.audit.AuditedStores;
import io.multichat.app.data.DataLayout;
import io.multichat.app.testing.TestBroker;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.doctor.DoctorReport;
import io.multichat.jobs.doctor.DoctorRun;
import io.multichat.reading.diagnosis.Check;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A healthy deployment has no findings; then one thing after another is broken, and each is found with its fix. */
class DoctorTest {
    private static final TopicPartition INPUT = new TopicPartition("chat-messages", 0);
    private static final TopicPartition TRANSCRIPT = new TopicPartition("chat-transcript", 0);

    @TempDir
    private Path folder;

    private TestBroker broker;
    private KafkaAccess kafka;
    private AuditedChat chat;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.start(folder.resolve("kafka-of-the-test"));
        broker.topics().run();
        kafka = broker.kafka();
        chat = new AuditedChat(folder).written();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder.resolve("layout"), "2\n");
    }

    @AfterEach
    void stop() {
        chat.close();
        broker.close();
    }

    @Test
    void whatIsBrokenIsFoundWithItsFix() throws Exception {
        assertThat(report().findings()).isEmpty();

        breakTopics();
        breakFiles();

        assertThat(report().findings())
                .extracting(found -> found.check() + ": " + found.problem() + " / " + found.fix())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("topics: the topic chat-messages has retention.bytes=1000")
                        .contains("--add-config retention.bytes=-1"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "retention: the topology (group multichat) will never read 4 records of chat-messages-0")
                        .contains("raise retention.input"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("lag: the topology (group multichat) does not run and has not read 5 records"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("stores: archive lacks the records of chat-transcript-0 from offset"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("data directory: other users of this machine can read messages")
                        .contains("chmod -R go-rwx"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("data directory: ").contains("has layout 1"))
                .anySatisfy(line -> assertThat(line).startsWith("archive: ").contains("was deleted or cut"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("archive content: ").contains("was changed"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("sqlite content: ").contains("is damaged"));
    }

    @Test
    void aPartThatDoesNotAnswerIsAFindingAndTheOthersAreExamined() {
        broker.close();
        chat.close();

        DoctorReport report = report();

        assertThat(report.findings())
                .extracting(found -> found.check() + ": " + found.problem())
                .anySatisfy(line -> assertThat(line).startsWith("kafka: no Kafka answers at"))
                .anySatisfy(line -> assertThat(line).startsWith("redis: not examined: Redis at"));
        assertThat(report.examined()).containsEntry("sqlite", 0).containsEntry("archive content", 0);
    }

    private DoctorReport report() {
        DeploymentChecks deployment = new DeploymentChecks(
                new AuditedStores(Optional.of(kafka), chat.archive, chat.sqlite, chat.redisSettings()),
                new DataLayout(folder));
        List<Check> checks = new ArrayList<>(deployment.ofKafka(broker.topics(), 1_000));
        checks.addAll(deployment.ofStores());
        checks.addAll(deployment.ofContent());
        // The disk of the machine that runs the test may be in any state.
        checks.removeIf(check -> check.name().equals("disk"));
        return new DoctorRun(checks).run();
    }

    private void breakTopics() throws Exception {
        try (Admin admin = kafka.admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "chat-messages"),
                            List.of(new AlterConfigOp(new ConfigEntry("retention.bytes", "1000"), OpType.SET))))
                    .all()
                    .get();
            write(INPUT, 10);
            write(TRANSCRIPT, 100);
            admin.alterConsumerGroupOffsets(kafka.deployment().applicationId(), Map.of(INPUT, new OffsetAndMetadata(1)))
                    .all()
                    .get();
            admin.deleteRecords(Map.of(
                            INPUT, RecordsToDelete.beforeOffset(5), TRANSCRIPT, RecordsToDelete.beforeOffset(50)))
                    .all()
                    .get();
        }
    }

    private void write(TopicPartition to, int records) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.config(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(to.topic(), to.partition(), null, new byte[1]));
            }
        }
    }

    private void breakFiles() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(chat.sqlite, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(folder.resolve("layout"), "1\n");
        List<Path> segments;
        try (Stream<Path> files = Files.walk(chat.archive.resolve("transcript"))) {
            segments = files.filter(Files::isRegularFile).toList();
        }
        Files.delete(segments.get(0));
        byte[] changed = Files.readAllBytes(segments.get(1));
        changed[changed.length / 2] ^= 1;
        Files.write(segments.get(1), changed);
        try (RandomAccessFile database = new RandomAccessFile(chat.sqlite.toFile(), "rw")) {
            // The second half of a page in the middle of the file.
            database.seek(database.length() / 2 / 4096 * 4096 + 8);
            database.write(new byte[2_000]);
        }
    }
}
