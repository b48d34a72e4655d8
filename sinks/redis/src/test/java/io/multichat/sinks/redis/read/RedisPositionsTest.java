package io.multichat.sinks.redis.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.reading.StoreException;
import io.multichat.sinks.redis.layout.PositionKeys;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.testing.TestCluster;
import io.multichat.sinks.redis.testing.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol;

class RedisPositionsTest {
    private static final TopicPartition TRANSCRIPT = new TopicPartition("chat-transcript", 3);
    private static final TopicPartition SESSIONS = new TopicPartition("chat-sessions", 12);

    @TempDir
    private Path folder;

    @Test
    void theGreatestPositionOfSeveralConnectorsCounts() throws Exception {
        try (TestRedis redis = TestRedis.start();
                RedisLink link = redis.settings(Map.of()).endpoint().connect(1);
                RedisPositions positions = RedisPositions.of(Map.of(EndpointConfig.URI, redis.uri()))) {
            assertThat(positions.read()).isEmpty();

            link.client()
                    .hset(
                            PositionKeys.of(link.masterTags().get(0)),
                            Map.of(
                                    "incarnation", "1-a",
                                    "one/chat-transcript-3", "17",
                                    "two/chat-transcript-3", "9",
                                    "two/chat-sessions-12", "4"));

            assertThat(positions.read()).isEqualTo(Map.of(TRANSCRIPT, 17L, SESSIONS, 4L));
        }
    }

    @Test
    void theLeastPositionOfAllMastersCounts() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder);
                RedisLink link = cluster.settings(Map.of()).endpoint().connect(1);
                RedisPositions positions = RedisPositions.of(cluster.properties())) {
            List<String> tags = link.masterTags();
            for (String tag : tags) {
                link.client().hset(PositionKeys.of(tag), "one/chat-transcript-3", "17");
            }
            assertThat(positions.read()).isEqualTo(Map.of(TRANSCRIPT, 17L));

            link.client().del(PositionKeys.of(tags.get(tags.size() - 1)));

            assertThat(positions.read()).isEqualTo(Map.of(TRANSCRIPT, 0L));
        }
    }

    @Test
    void aUserThatMayNotReadThePositionsIsNamed() throws IOException {
        try (TestRedis redis = TestRedis.start()) {
            redis.administer(Protocol.Command.ACL, "SETUSER", "reader", "on", ">s3cret", "~mc:*", "+ping", "+hget");
            try (RedisPositions positions = RedisPositions.of(Map.of(
                    EndpointConfig.URI, redis.uri(),
                    EndpointConfig.USERNAME, "reader",
                    EndpointConfig.PASSWORD, "s3cret"))) {
                assertThatThrownBy(positions::read)
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("hgetall");
            }
        }
    }
}
