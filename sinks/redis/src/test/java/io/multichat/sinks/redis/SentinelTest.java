package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.multichat.events.SessionId;
import io.multichat.reading.StoreException;
import io.multichat.sinks.redis.read.RedisSessionReader;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.ManyConversations;
import io.multichat.sinks.redis.testing.TestRedis;
import io.multichat.sinks.redis.testing.TestSentinel;
import io.multichat.sinks.redis.write.RedisSinkStore;
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

/** A master, its replica and a Sentinel that watches both and requires its own password. */
class SentinelTest {
    private TestRedis master;
    private TestRedis replica;
    private TestSentinel sentinel;

    @BeforeEach
    void start() throws IOException {
        master = TestRedis.start();
        replica = TestRedis.start("replicaof 127.0.0.1 " + master.port());
        sentinel = TestSentinel.watch(master);
        Awaitility.await().until(() -> roleOf(replica).contains("connected"));
    }

    @AfterEach
    void stop() throws IOException {
        sentinel.close();
        replica.close();
        master.close();
    }

    @Test
    void afterAFailoverTheSinkWritesToTheReplica() throws IOException {
        try (RedisSinkStore writer = new RedisSinkStore(RedisSettings.of(sentinel.properties()), () -> 0);
                RedisSessionReader reader = RedisSessionReader.of(sentinel.properties())) {
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
            assertThat(ManyConversations.idsRead(sentinel.properties()))
                    .allSatisfy(ids -> assertThat(ids).contains(List.of("m1", "m2")));
        }
    }

    @Test
    void aMasterUnknownToTheSentinelsStopsTheTask() {
        Map<String, String> wrong = new HashMap<>(sentinel.properties());
        wrong.put(EndpointConfig.SENTINEL_MASTER, "another");

        try (RedisSinkStore writer = new RedisSinkStore(RedisSettings.of(wrong), () -> 0)) {
            StoreException refused =
                    catchThrowableOfType(StoreException.class, () -> writer.write(ManyConversations.batch(1)));
            assertThat(refused.verdict()).isEqualTo(StoreException.Verdict.STOP);
            assertThat(refused).hasMessageContaining("another");
        }
    }

    @Test
    void aSinkThatStartsWhileTheSentinelsAreDownWritesWhenTheyAreBack() throws IOException {
        sentinel.server().stop();
        try (RedisSinkStore writer = new RedisSinkStore(RedisSettings.of(sentinel.properties()), () -> 0)) {
            assertThat(catchThrowableOfType(StoreException.class, () -> writer.write(ManyConversations.batch(1)))
                            .verdict())
                    .isEqualTo(StoreException.Verdict.RETRY);
            sentinel.server().start();

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
