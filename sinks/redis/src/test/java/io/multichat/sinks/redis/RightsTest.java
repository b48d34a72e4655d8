package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.PageRequest;
import io.multichat.reading.PageRequest.Direction;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.read.RedisSessionReader;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.Entries;
import io.multichat.sinks.redis.testing.Sessions;
import io.multichat.sinks.redis.testing.TestCluster;
import io.multichat.sinks.redis.testing.TestRedis;
import io.multichat.sinks.redis.write.RedisSinkStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The permissions listed in the README are sufficient, and each of them is necessary. */
class RightsTest {
    private static final List<String> OF_SINK_AND_READER = List.of(
            "+ping",
            "+eval",
            "+evalsha",
            "+hget",
            "+hmget",
            "+hstrlen",
            "+zcount",
            "+zrange",
            "+zrangebyscore",
            "+zrevrangebyscore");
    private static final List<String> OF_SINK = List.of(
            "+info",
            "+time",
            "+del",
            "+hdel",
            "+hlen",
            "+hset",
            "+pexpireat",
            "+pttl",
            "+sadd",
            "+zadd",
            "+zcard",
            "+zrem",
            "+zremrangebyrank");
    private static final List<String> OF_READER = List.of("+smembers");

    private static final List<String> OF_CLUSTER = List.of("+cluster|slots", "+asking");

    private static final long NOON = 1_700_000_000_000L;
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final Entries ENTRIES = new Entries(GENERAL);
    private static final RedisKeys KEYS = RedisKeys.of(GENERAL);
    private static final SessionSnapshot SESSION = Sessions.open(GENERAL, NOON + 1, NOON + 3, 3);
    private static final SessionSnapshot MERGED = Sessions.open(GENERAL, NOON + 2, NOON + 2, 1);
    private TestRedis server;

    @BeforeEach
    void start() {
        server = TestRedis.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void thePermissionsAreSufficientAndEachIsNecessary() {
        List<String> rights = Stream.of(OF_SINK_AND_READER, OF_SINK, OF_READER)
                .flatMap(List::stream)
                .toList();
        assertThat(suffice(rights)).isTrue();

        assertThat(rights).allSatisfy(right -> {
            List<String> others = new ArrayList<>(rights);
            others.remove(right);
            assertThat(suffice(others)).as("without " + right).isFalse();
        });
    }

    @Test
    void aClusterAlsoNeedsThePermissionToFindSlots(@TempDir Path folder) throws IOException {
        List<String> user = new ArrayList<>(List.of("SETUSER", "chat", "on", ">secret", "~mc:*"));
        Stream.of(OF_SINK_AND_READER, OF_SINK, OF_READER, OF_CLUSTER).forEach(user::addAll);
        try (TestCluster cluster = TestCluster.start(folder)) {
            for (int node = 0; node < 3; node++) {
                cluster.node(node).administer(Protocol.Command.ACL, user.toArray(String[]::new));
            }
            Map<String, String> properties = new HashMap<>(cluster.properties());
            properties.put(EndpointConfig.USERNAME, "chat");
            properties.put(EndpointConfig.PASSWORD, "secret");
            int slot = JedisClusterCRC16.getSlot(KEYS.messages());
            int owner = slot * 3 / 16_384;
            try (RedisSinkStore store = new RedisSinkStore(RedisSettings.of(properties), () -> 0);
                    RedisSessionReader reader = RedisSessionReader.of(properties)) {
                store.take(List.of(new TopicPartition("chat-transcript", 0)));
                store.positions();
                store.write(List.of(ENTRIES.snapshot(SESSION), ENTRIES.created("m2", NOON + 2, 2, "two")));
                cluster.beginMove(slot, owner, (owner + 1) % 3);
                store.write(List.of(ENTRIES.created("m1", NOON + 1, 1, "one")));

                assertThat(reader.session(SESSION.sessionId())).isPresent();
            }
        }
    }

    private boolean suffice(List<String> rights) {
        List<String> user = new ArrayList<>(List.of("SETUSER", "chat", "reset", "on", ">secret", "~mc:*"));
        user.addAll(rights);
        server.administer(Protocol.Command.FLUSHALL);
        server.administer(Protocol.Command.SCRIPT, "FLUSH");
        server.administer(Protocol.Command.ACL, user.toArray(String[]::new));
        Map<String, String> properties = Map.of(
                EndpointConfig.URI,
                server.uri(),
                EndpointConfig.USERNAME,
                "chat",
                EndpointConfig.PASSWORD,
                "secret",
                RedisSettings.MESSAGES_MAX,
                "3");
        try {
            write(properties);
            return read(properties);
        } catch (StoreException refused) {
            return false;
        }
    }

    private void write(Map<String, String> properties) {
        TopicPartition partition = new TopicPartition("chat-transcript", 0);
        try (RedisSinkStore store = new RedisSinkStore(RedisSettings.of(properties), () -> 0)) {
            store.take(List.of(partition));
            store.positions();
            store.write(List.of(ENTRIES.created("m0", NOON, 0, "evicted"), ENTRIES.snapshot(SESSION)));
            server.administer(Protocol.Command.DEL, new String(KEYS.messages(), StandardCharsets.US_ASCII));
            store.write(List.of(
                    ENTRIES.created("m0", NOON, 0, "trimmed"),
                    ENTRIES.created("m1", NOON + 1, 1, "one"),
                    ENTRIES.created("m2", NOON + 2, 2, "two")));
            store.write(List.of(
                    ENTRIES.created("m3", NOON + 3, 3, "three"),
                    ENTRIES.edited("m1", NOON + 1, NOON + 9, "edited"),
                    ENTRIES.snapshot(Sessions.with(MERGED, SessionStatus.mergedInto(SESSION.sessionId())))));
            store.passed(Map.of(partition, new OffsetRange(0, 10)));
        }
    }

    private static boolean read(Map<String, String> properties) {
        try (RedisSessionReader reader = RedisSessionReader.of(properties)) {
            Optional<MessagePosition> middle = Optional.of(new MessagePosition(NOON + 2, 2, "m2"));
            return reader.session(SESSION.sessionId()).isPresent()
                    && reader.session(MERGED.sessionId()).isPresent()
                    && reader.messages(SESSION, new PageRequest(Optional.empty(), 1, Direction.FORWARD))
                            .isPresent()
                    && reader.messages(SESSION, new PageRequest(middle, 1, Direction.BACKWARD))
                            .isPresent();
        }
    }
}
