package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.loop.StoreSinkTask;
import io.multichat.sinks.core.testing.ConnectorSettings;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.TestRedis;
import io.multichat.sinks.redis.write.PositionHashes;
import io.multichat.sinks.redis.write.Positions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

class RedisSinkConnectorTest {
    @Test
    void aWorkerFindsTheConnectorAndItsTask() {
        SinkConnector found =
                ServiceLoader.load(SinkConnector.class).findFirst().orElseThrow();

        assertThat(found).isInstanceOf(RedisSinkConnector.class);
        assertThat(found.taskClass()).isEqualTo(StoreSinkTask.class);
        assertThat(found.version()).isNotEmpty();
    }

    @Test
    void everyTaskGetsTheSettingsOfTheConnector() {
        RedisSinkConnector connector = new RedisSinkConnector();
        Map<String, String> properties = Map.of(EndpointConfig.URI, "redis://host", RedisSettings.TTL, "1h");
        connector.start(properties);

        assertThat(connector.taskConfigs(3))
                .hasSize(3)
                .allSatisfy(task -> assertThat(task)
                        .containsAllEntriesOf(properties)
                        .containsEntry("store.factory", RedisStoreFactory.class.getName())
                        .hasSize(3));
    }

    @Test
    void validationContactsRedis() throws IOException {
        TestRedis server = TestRedis.start();
        assertThat(problemsOf(server.uri())).isEmpty();

        server.close();

        assertThat(problemsOf(server.uri())).singleElement().asString().contains("unavailable or busy");
    }

    @Test
    void validationNamesEveryConflictAndNoSecret() {
        Map<String, String> own = Map.of(
                EndpointConfig.URI,
                "redis://ada:s3cret@a,b:7000",
                EndpointConfig.PASSWORD,
                "s3cret too",
                EndpointConfig.TRUSTSTORE,
                "/no/such/file",
                EndpointConfig.SENTINEL_MASTER,
                "main");

        assertThat(ConnectorSettings.problems(new RedisSinkConnector(), ConnectorSettings.complete(own)))
                .singleElement()
                .asString()
                .contains(
                        "redis.mode must be cluster or sentinel",
                        "redis.username and redis.password must be empty",
                        "rediss://")
                .contains("redis.mode must be sentinel when redis.sentinel")
                .doesNotContain("s3cret");
    }

    @Test
    void alteredOffsetsAreTheNewPositions() throws IOException {
        TopicPartition one = new TopicPartition("chat-transcript", 1);
        TopicPartition two = new TopicPartition("chat-transcript", 2);
        try (TestRedis server = TestRedis.start();
                RedisLink redis = server.settings(Map.of()).endpoint().connect(1)) {
            PositionHashes hashes = new PositionHashes(redis, "chat-redis");
            hashes.set(Map.of(one, 100L, two, 100L));
            Map<TopicPartition, Long> altered = new HashMap<>(Map.of(one, 40L));
            altered.put(two, null);

            boolean done = new RedisSinkConnector()
                    .alterOffsets(Map.of("name", "chat-redis", EndpointConfig.URI, server.uri()), altered);

            assertThat(done).isTrue();
            Positions positions = new Positions(hashes, () -> 0);
            positions.take(altered.keySet());
            assertThat(positions.read()).isEqualTo(Map.of(one, 40L, two, 0L));
        }
    }

    private static List<String> problemsOf(String uri) {
        return ConnectorSettings.problems(
                new RedisSinkConnector(), ConnectorSettings.complete(Map.of(EndpointConfig.URI, uri)));
    }
}
