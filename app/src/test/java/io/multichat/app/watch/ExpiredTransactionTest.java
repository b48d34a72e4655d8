package io.multichat.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last transaction of a topic that has expired as a whole. */
class ExpiredTransactionTest {
    private static final TopicPartition FIRST = new TopicPartition(Topics.TRANSCRIPT, 0);

    @TempDir
    private Path folder;

    private final Map<TopicPartition, Long> positions = new HashMap<>();

    @Test
    void itsMarkerIsNotARecordThatAStoreLacks() throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"));
                Admin admin = broker.kafka().admin()) {
            broker.topics().run().requireUsable();
            publishOneRecord(broker);
            // The record has offset 0, the marker of its transaction 1, which is written soon after the commit.
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> admin.deleteRecords(Map.of(FIRST, RecordsToDelete.beforeOffset(2)))
                            .all()
                            .get());

            positions.put(FIRST, 1L);
            assertThat(incomplete(broker)).isEmpty();

            positions.clear();
            assertThat(incomplete(broker)).singleElement().asString().contains("from offset 0 to 1");
        }
    }

    private static void publishOneRecord(TestBroker broker) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "a");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(FIRST.topic(), FIRST.partition(), null, new byte[] {'x'}));
            producer.commitTransaction();
        }
    }

    private List<String> incomplete(TestBroker broker) {
        WatchedStore store = new WatchedStore("sqlite", folder.resolve("sessions.db"), true, () -> positions, List::of);
        try (TopicWatch watch = TopicWatch.start(broker.kafka(), List.of(store), folder.resolve("lacked"))) {
            return watch.incomplete();
        }
    }
}
