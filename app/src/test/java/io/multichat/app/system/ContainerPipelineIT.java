package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.data.DataLayout;
import io.multichat.app.embedded.connect.ConnectorHealth;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.testing.DockerEngine;
import io.multichat.events.ChatEvent;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.sinks.archive.write.ArchiveCommitRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The pipeline on a broker as users run it: Kafka's own image with its defaults. */
class ContainerPipelineIT {
    private static final String IMAGE = "apache/kafka:4.4.0";

    @TempDir
    private Path folder;

    @BeforeEach
    void needsDocker() {
        DockerEngine.require();
    }

    @Test
    void fillsEachStoreWithEveryMessageAndSessionOnce() {
        // Given
        GeneratedChat chat = GeneratedChat.of(20261122, 3_000);
        StoreContents expected = StoreContents.expected(chat);
        DataLayout layout = new DataLayout(folder);
        try (KafkaContainer broker = broker()) {
            broker.start();
            Settings settings = Settings.defaults();
            KafkaAccess kafka = DeploymentSettings.kafka(broker.getBootstrapServers(), settings);
            try (Pipeline pipeline = Pipeline.start(kafka, settings, layout)) {
                // When
                publish(chat, kafka);

                // Then
                ArchiveCommitRequest commit = new ArchiveCommitRequest(layout.archive());
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> {
                            commit.request();
                            assertThat(StoreContents.ofRedis(pipeline.redis().uri()))
                                    .as("Redis")
                                    .isEqualTo(expected);
                            assertThat(StoreContents.ofArchive(layout))
                                    .as("archive")
                                    .isEqualTo(expected);
                            assertThat(StoreContents.ofSqlite(layout))
                                    .as("SQLite")
                                    .isEqualTo(expected);
                        });
                assertThat(pipeline.connect().health()).hasSize(3).allMatch(ConnectorHealth::isRunning);
            }
        }
    }

    /** Runs as root, since the image rewrites configuration files at start, which its own user may not do in every build. */
    private static KafkaContainer broker() {
        String image = new ImageFromDockerfile("multichat/test-broker", false)
                .withDockerfileFromBuilder(file -> file.from(IMAGE).user("root").build())
                .get();
        return new KafkaContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("apache/kafka"));
    }

    /** Publishes one event in three as other programs do, without a key and so to any partition, and one in ten twice. */
    private static void publish(GeneratedChat chat, KafkaAccess kafka) {
        EventEncoder encoder = new EventEncoder();
        try (ChatPublisher publisher = kafka.publisher();
                Producer<byte[], byte[]> other =
                        new KafkaProducer<>(kafka.config(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < chat.events().size(); i++) {
                ChatEvent event = chat.events().get(i);
                if (i % 3 == 0) {
                    other.send(new ProducerRecord<>(Topics.MESSAGES, encoder.encode(event)));
                }
                if (i % 3 != 0 || i % 10 == 0) {
                    publisher.publish(event, null);
                }
            }
        }
    }
}
