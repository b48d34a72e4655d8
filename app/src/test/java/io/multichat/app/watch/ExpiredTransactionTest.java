package io.multichat.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions that a topic has deleted, and the markers at their ends. */
class ExpiredTransactionTest {
    private static final TopicPartition FIRST = new TopicPartition(Topics.TRANSCRIPT, 0);

    @TempDir
    private Path folder;

    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private TestBroker broker;
    private Admin admin;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
        broker.topics().run().requireUsable();
        admin = broker.kafka().admin();
        // The records have offset 0 and 1, the marker of their transaction 2.
        publish(2);
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void theMarkerOfTheLastOneIsNotARecordThatAStoreLacks() {
        cut(3);

        positions.put(FIRST, 2L);
        assertThat(incomplete()).isEmpty();

        positions.clear();
        assertThat(incomplete()).singleElement().asString().contains("from offset 0 to 2");
    }

    @Test
    void itIsNoneEitherOnceOtherTransactionsFollow() {
        cut(3);
        positions.put(FIRST, 2L);
        try (TopicWatch watch = watch()) {
            SimpleMeterRegistry metrics = new SimpleMeterRegistry();
            watch.meters().bindTo(metrics);
            assertThat(lag(metrics)).isEqualTo(1);

            publish(1);

            await().atMost(Duration.ofMinutes(1)).until(() -> lag(metrics) == 3);
            assertThat(watch.incomplete()).isEmpty();
        }
    }

    @Test
    void theLastRecordBeforeTheBeginningOfTheTopicIsOne() {
        publish(1);
        cut(2);
        positions.put(FIRST, 1L);

        assertThat(incomplete()).singleElement().asString().contains("from offset 1 to 1");
    }

    private void publish(int records) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "a");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(FIRST.topic(), FIRST.partition(), null, new byte[] {'x'}));
            }
            producer.commitTransaction();
        }
    }

    /** A marker is written soon after the commit. */
    private void cut(long offset) {
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .untilAsserted(() -> admin.deleteRecords(Map.of(FIRST, RecordsToDelete.beforeOffset(offset)))
                        .all()
                        .get());
    }

    private static double lag(MeterRegistry metrics) {
        return metrics.get("multichat.store.lag").tag("store", "sqlite").gauge().value();
    }

    private List<String> incomplete() {
        try (TopicWatch watch = watch()) {
            return watch.incomplete();
        }
    }

    private TopicWatch watch() {
        WatchedStore store = new WatchedStore("sqlite", folder.resolve("sessions.db"), true, () -> positions, List::of);
        return TopicWatch.start(broker.kafka(), List.of(store), folder.resolve("lacked"));
    }
}
