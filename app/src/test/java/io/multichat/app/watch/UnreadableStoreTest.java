package io.multichat.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose positions cannot be read for a while. */
class UnreadableStoreTest {
    private static final TopicPartition FIRST = new TopicPartition(Topics.TRANSCRIPT, 0);
    private static final String LAG = "multichat_store_lag_records{store=\"archive\"} ";

    @TempDir
    private Path folder;

    @Test
    void itsLagIsUnknownAndWhatWasNotedAboutItRemains() throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"))) {
            broker.topics().run().requireUsable();
            publish(broker);
            try (TopicWatch watch = watch(broker, () -> Map.of(FIRST, 10L))) {
                assertThat(metrics(watch)).contains(LAG + "0.0");
                assertThat(watch.incomplete()).singleElement().asString().contains("takes none of the records");
            }

            try (TopicWatch watch = watch(broker, UnreadableStoreTest::fail)) {
                assertThat(metrics(watch)).contains(LAG + "NaN");
                assertThat(watch.incomplete()).singleElement().asString().contains("takes none of the records");
            }
        }
    }

    private static Map<TopicPartition, Long> fail() throws IOException {
        throw new IOException("the disk does not answer");
    }

    private TopicWatch watch(TestBroker broker, WatchedStore.PositionReader positions) {
        WatchedStore store = new WatchedStore("archive", folder.resolve("archive"), false, positions, List::of);
        return TopicWatch.start(broker.kafka(), List.of(store), folder.resolve("lacked"));
    }

    private static String metrics(TopicWatch watch) {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        watch.meters().bindTo(metrics);
        return metrics.scrape();
    }

    private static void publish(TestBroker broker) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 3; i++) {
                producer.send(new ProducerRecord<>(FIRST.topic(), FIRST.partition(), null, new byte[] {'x'}));
            }
        }
    }
}
