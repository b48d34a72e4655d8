package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.multichat.events.SessionId;
import io.multichat.reading.StoreException;
import io.multichat.sinks.redis.read.RedisSessionReader;
import io.multichat.sinks.redis.settings.EndpointKeys;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.FreePorts;
import io.multichat.sinks.redis.testing.ManyConversations;
import io.multichat.sinks.redis.testing.TestRedis;
import io.multichat.sinks.redis.write.RedisStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol;
import redis.embedded.RedisSentinel;
import redis.embedded.core.RedisSentinelBuilder;

/** A master, its replica and a Sentinel that watches both; the Sentinel wants a password of its own. */
class SentinelTest {
    private static final String MASTER = "chat-master";
    private TestRedis master;
    private TestRedis replica;
    private RedisSentinel sentinel;
    private Map<String, String> properties;

    @BeforeEach
    void start() throws IOException {
        master = TestRedis.start();
        replica = TestRedis.start("replicaof 127.0.0.1 " + master.port());
        int port = FreePorts.next();
        RedisSentinelBuilder watching = RedisSentinel.newRedisSentinel()
                .port(port)
                .bind("127.0.0.1")
                .masterName(MASTER)
                .masterPort(master.port())
                .quorumSize(1)
                .downAfterMilliseconds(500L)
                .failOverTimeout(2_000L)
                .parallelSyncs(1)
                .setting("requirepass watched");
        watching.addDefaultReplicationGroup();
        sentinel = watching.build();
        sentinel.start();
        properties = Map.of(
                EndpointKeys.URI,
                "redis://127.0.0.1:1,127.0.0.1:" + port,
                EndpointKeys.MODE,
                "sentinel",
                EndpointKeys.SENTINEL_MASTER,
                MASTER,
                EndpointKeys.SENTINEL_PASSWORD,
                "watched");
        Awaitility.await().until(() -> roleOf(replica).contains("connected"));
    }

    @AfterEach
    void stop() throws IOException {
        sentinel.stop();
        replica.close();
        master.close();
    }

    @Test
    void afterAFailOverTheReplicaIsWrittenTo() throws IOException {
        try (RedisStore writer = new RedisStore(RedisSettings.of(properties), () -> 0);
                RedisSessionReader reader = RedisSessionReader.of(properties)) {
            writer.write(ManyConversations.batch(1));
            SessionId first =
                    ManyConversations.session(ManyConversations.ALL.get(0)).sessionId();
            assertThat(reader.session(first)).isPresent();
            awaitReplication();

            master.stop();
            assertThat(catchThrowableOfType(StoreException.class, () -> writer.write(ManyConversations.batch(2)))
                            .verdict())
                    .isEqualTo(StoreException.Verdict.RETRY);
            Awaitility.await().ignoreExceptionsInstanceOf(StoreException.class).until(() -> {
                writer.write(ManyConversations.batch(2));
                return true;
            });

            assertThat(roleOf(replica)).startsWith("[master");
            assertThat(reader.session(ManyConversations.session(ManyConversations.ALL.get(0))
                            .sessionId()))
                    .isPresent();
            assertThat(ManyConversations.idsRead(properties))
                    .allSatisfy(ids -> assertThat(ids).contains(List.of("m1", "m2")));
        }
    }

    @Test
    void aMasterThatTheSentinelsDoNotKnowStopsTheTask() {
        Map<String, String> wrong = new HashMap<>(properties);
        wrong.put(EndpointKeys.SENTINEL_MASTER, "another");

        try (RedisStore writer = new RedisStore(RedisSettings.of(wrong), () -> 0)) {
            StoreException refused =
                    catchThrowableOfType(StoreException.class, () -> writer.write(ManyConversations.batch(1)));
            assertThat(refused.verdict()).isEqualTo(StoreException.Verdict.STOP);
            assertThat(refused).hasMessageContaining("another");
        }
    }

    @Test
    void aWriterThatIsMadeWhileTheSentinelsAreAwayWritesWhenTheyAreBack() throws IOException {
        sentinel.stop();
        try (RedisStore writer = new RedisStore(RedisSettings.of(properties), () -> 0)) {
            assertThat(catchThrowableOfType(StoreException.class, () -> writer.write(ManyConversations.batch(1)))
                            .verdict())
                    .isEqualTo(StoreException.Verdict.RETRY);
            sentinel.start();

            writer.write(ManyConversations.batch(1));

            assertThat((Long) master.administer(Protocol.Command.DBSIZE)).isPositive();
        }
    }

    private void awaitReplication() {
        Awaitility.await()
                .until(() ->
                        master.administer(Protocol.Command.DBSIZE).equals(replica.administer(Protocol.Command.DBSIZE)));
    }

    private static String roleOf(TestRedis server) {
        return ((List<?>) server.administer(Protocol.Command.ROLE))
                .stream()
                        .map(part -> part instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.US_ASCII)
                                : part.toString())
                        .toList()
                        .toString();
    }
}
