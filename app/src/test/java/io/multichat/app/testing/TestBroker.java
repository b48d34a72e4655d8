package io.multichat.app.testing;

import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.broker.EmbeddedBroker;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.topics.TopicSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;

/** A broker on a free port, for the tests of one class. */
public final class TestBroker implements AutoCloseable {
    private final EmbeddedBroker broker;

    private TestBroker(EmbeddedBroker broker) {
        this.broker = broker;
    }

    public static TestBroker start(Path folder) throws IOException {
        return new TestBroker(EmbeddedBroker.start(folder, FreePort.find()));
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** @param sets assignments such as {@code partitions=2} */
    public static Settings settings(String... sets) {
        List<String> all = Stream.concat(Stream.of("topics.replication=1"), Arrays.stream(sets))
                .toList();
        return Settings.load(Optional.empty(), Map.of(), all);
    }

    /** @param sets assignments such as {@code partitions=2} */
    public KafkaAccess kafka(String... sets) {
        return DeploymentSettings.kafka(broker.bootstrapServers(), settings(sets));
    }

    /** @param sets assignments such as {@code partitions=2} */
    public TopicSetup topics(String... sets) {
        return DeploymentSettings.topics(kafka(sets), settings(sets));
    }

    public void create(NewTopic... topics) throws Exception {
        try (Admin admin = kafka().admin()) {
            admin.createTopics(Arrays.asList(topics)).all().get();
        }
    }

    /** Kafka's configuration of a topic. */
    public Map<String, String> config(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = kafka().admin()) {
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            return config.entries().stream()
                    .collect(Collectors.toMap(ConfigEntry::name, entry -> String.valueOf(entry.value())));
        }
    }

    /** All committed records of a topic. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return TopicContents.of(kafka(), topic);
    }

    @Override
    public void close() {
        broker.close();
    }
}
