package io.multichat.app.streams;

import static io.multichat.app.streams.RunningTopology.message;
import static io.multichat.app.streams.RunningTopology.patiently;
import static io.multichat.app.streams.RunningTopology.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.testing.TestBroker;
import io.multichat.topology.settings.Names;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State that an earlier version of Multichat left in the changelog topics. */
class StaleStateTest {
    private static final String[] SETTINGS = {"input.topics=" + RunningTopology.INPUT};

    @Test
    void theTopologyStopsWithOneLineThatSaysWhatToDo(@TempDir Path folder) throws Exception {
        try (RunningTopology topology = new RunningTopology(folder)) {
            try (StreamsRunner one = topology.instance("one")) {
                topology.publish(Stream.of(message(1, "m1", Instant.now(), "hi")), null);
                patiently().until(() -> sum(one).accepted() == 1);
            }
            leaveOpenSessionsOfVersionTwo(topology.broker);

            try (StreamsRunner two = StreamsRunner.start(new StreamsProperties(
                    topology.broker.kafka(SETTINGS),
                    TestBroker.settings(SETTINGS),
                    folder.resolve("two"),
                    Optional.empty()))) {
                patiently().until(() -> two.failure().isDone());

                assertThat(two.failure().join())
                        .hasMessageStartingWith(
                                "the state has version 2, and this version of Multichat reads 6; build everything"
                                        + " again from the archive and the topics with `multichat rebuild`");
            }
        }
    }

    private static void leaveOpenSessionsOfVersionTwo(TestBroker broker) {
        String changelog = Names.changelogTopic("multichat", Names.STATE);
        byte[] openSessions = {'l', -1};
        byte[] versionTwo = {2, 2};
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int partition = 0; partition < 4; partition++) {
                producer.send(new ProducerRecord<>(changelog, partition, openSessions, versionTwo));
            }
        }
    }
}
