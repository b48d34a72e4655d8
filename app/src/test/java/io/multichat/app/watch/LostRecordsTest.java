package io.multichat.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** What a store lacks when the topic has lost records, and the store has read up to a position. */
class LostRecordsTest {
    private static final TopicPartition FIRST = new TopicPartition(Topics.TRANSCRIPT, 0);

    @TempDir
    Path folder;

    private TestBroker broker;
    private Admin admin;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
        broker.topics().run().requireUsable();
        admin = broker.kafka().admin();
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void damagedFilesOfTheWatchNeitherStopItNorAccuseAStore() throws Exception {
        write(10);
        positions.put(FIRST, 10L);
        Files.write(folder.resolve("lacked"), new byte[] {'x', 0, (byte) 0xFF, '\n', 'D', 'E', 'L'});
        Files.write(folder.resolve("transcript-topic-id.txt"), new byte[64]);

        try (TopicWatch watch = watch(false)) {
            assertThat(watch.incomplete()).isEmpty();
        }
    }

    @Test
    void recordsThatTheTopicLostBeforeTheStoreReadThemAreNamedAlsoAfterItReadOn() throws Exception {
        write(10);
        cut(6);
        positions.put(FIRST, 2L);
        try (TopicWatch watch = watch(true)) {
            assertThat(watch.incomplete())
                    .singleElement()
                    .asString()
                    .contains(
                            "sqlite lacks the records of chat-transcript-0 from offset 2 to 5",
                            "multichat refill sqlite");
            PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            watch.meters().bindTo(metrics);
            assertThat(metrics.scrape())
                    .contains(
                            "multichat_store_lag_records{store=\"sqlite\"} 8.0",
                            "multichat_store_lag_records{store=\"redis\"} NaN");
        }
        positions.put(FIRST, 10L);

        try (TopicWatch watch = watch(true)) {
            assertThat(watch.incomplete()).hasSize(1);
        }
        Files.delete(folder.resolve("lacked"));
        try (TopicWatch watch = watch(true)) {
            assertThat(watch.incomplete()).isEmpty();
        }
    }

    @Test
    void aNewStoreLacksWhatTheTopicHasLost() throws Exception {
        write(10);
        cut(6);

        try (TopicWatch watch = watch(true)) {
            assertThat(watch.incomplete()).singleElement().asString().contains("from offset 0 to 5");
        }
    }

    @Test
    void aStoreThatIgnoresTheRecordsOfANewLogIsNamed() throws Exception {
        write(3);
        positions.put(FIRST, 10L);

        try (TopicWatch watch = watch(true)) {
            assertThat(watch.incomplete()).isEmpty();
        }
        try (TopicWatch watch = watch(false)) {
            assertThat(watch.incomplete())
                    .singleElement()
                    .asString()
                    .contains("takes none of the records of chat-transcript-0 from offset 0 to 9");
        }
    }

    @Test
    void aTopicThatWasCreatedAgainIsNoticedEvenIfItIsLongerThanBeforeUntilTheStoreIsReplaced() throws Exception {
        positions.put(FIRST, 2L);
        write(2);
        watch(false).close();
        admin.deleteTopics(List.of(Topics.TRANSCRIPT)).all().get();
        broker.topics().run();
        write(5);

        for (int start = 0; start < 2; start++) {
            try (TopicWatch watch = watch(false)) {
                assertThat(watch.incomplete())
                        .singleElement()
                        .asString()
                        .contains("takes none of the records of chat-transcript-0 from offset 0 to 1");
            }
            positions.put(FIRST, 5L);
        }
        positions.clear();
        try (TopicWatch watch = watch(false)) {
            assertThat(watch.incomplete()).isEmpty();
        }
    }

    private TopicWatch watch(boolean refills) {
        WatchedStore store =
                new WatchedStore("sqlite", Path.of("a folder", "sessions.db"), refills, () -> positions, List::of);
        return TopicWatch.start(broker.kafka(), List.of(store), folder.resolve("lacked"));
    }

    private void write(int records) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(FIRST.topic(), FIRST.partition(), null, new byte[] {'x'}));
            }
        }
    }

    private void cut(long offset) throws Exception {
        admin.deleteRecords(Map.of(FIRST, RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }
}
