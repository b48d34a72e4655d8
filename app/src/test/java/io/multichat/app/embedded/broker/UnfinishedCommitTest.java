package io.multichat.app.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.testing.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker that was killed after it had decided to commit a transaction and before it wrote the markers, which make the records
 * and offsets visible. Repeated, because the fault that it looks for is a race.
 */
class UnfinishedCommitTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TOPIC = "records";
    private static final String GROUP = "readers";
    private static final String TRANSACTIONAL_ID = "writer";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    @TempDir
    private Path folder;

    @RepeatedTest(3)
    void isFinishedAtTheNextStart() throws Exception {
        Path crashed = folder.resolve("crashed");
        Path data = folder.resolve("data");
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, FreePort.find())) {
            new Records(broker.bootstrapServers(), TOPIC).createTopic();
            commitRecordAndOffset(broker.bootstrapServers());
            copyRunning(data, crashed);
        }
        dropLastBatch(crashed, "__transaction_state");
        dropLastBatch(crashed, "__consumer_offsets");
        dropLastBatch(crashed, TOPIC);

        try (EmbeddedBroker broker = EmbeddedBroker.start(crashed, FreePort.find())) {
            assertThat(new Records(broker.bootstrapServers(), TOPIC).readAll(1)).containsExactly("committed");
            assertThat(stableOffset(broker.bootstrapServers())).isEqualTo(7);
        }
    }

    private static void commitRecordAndOffset(String servers) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "transactional.id", TRANSACTIONAL_ID);
        Map<String, Object> group = Map.of("bootstrap.servers", servers, "group.id", GROUP);
        try (Consumer<String, String> reader =
                        new KafkaConsumer<>(group, new StringDeserializer(), new StringDeserializer());
                Producer<String, String> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "committed"));
            producer.sendOffsetsToTransaction(Map.of(PARTITION, new OffsetAndMetadata(7)), reader.groupMetadata());
            producer.commitTransaction();
            await().atMost(LIMIT)
                    .until(() -> admin.describeTransactions(List.of(TRANSACTIONAL_ID))
                                    .description(TRANSACTIONAL_ID)
                                    .get()
                                    .state()
                            == TransactionState.COMPLETE_COMMIT);
        }
    }

    /** What a kill leaves behind: the files as they are while the broker runs. */
    private static void copyRunning(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void dropLastBatch(Path data, String topic) throws IOException {
        try (Stream<Path> partitions = Files.list(data)) {
            for (Path partition : partitions
                    .filter(path -> path.getFileName().toString().startsWith(topic + "-"))
                    .toList()) {
                SegmentTail.dropLastBatch(partition.resolve("00000000000000000000.log"));
            }
        }
    }

    private static long stableOffset(String servers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            ListConsumerGroupOffsetsOptions stable = new ListConsumerGroupOffsetsOptions().requireStable(true);
            return await().atMost(LIMIT)
                    .ignoreExceptions()
                    .until(
                            () -> admin.listConsumerGroupOffsets(GROUP, stable)
                                    .partitionsToOffsetAndMetadata()
                                    .get()
                                    .get(PARTITION)
                                    .offset(),
                            offset -> offset >= 0);
        }
    }
}
