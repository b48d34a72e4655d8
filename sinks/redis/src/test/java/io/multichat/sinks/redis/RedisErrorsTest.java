package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.multichat.events.Conversation;
import io.multichat.reading.StoreException;
import io.multichat.reading.StoreException.Verdict;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.link.RedisEndpoint;
import io.multichat.sinks.redis.link.RedisErrors;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.Entries;
import io.multichat.sinks.redis.testing.TestRedis;
import io.multichat.sinks.redis.write.RedisSinkStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** The errors of a real Redis that refuses a write, and the verdicts on them. */
class RedisErrorsTest {
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final SinkEntry ENTRY = new Entries(GENERAL).created("m1", 1_700_000_000_000L, 1, "text");
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
    void aFullRedisIsRetried() {
        server.administer(Protocol.Command.CONFIG, "SET", "maxmemory", "1");

        assertThat(verdictOfAWrite(server.uri())).isEqualTo(Verdict.RETRY);
    }

    @Test
    void aReplicaIsRetriedBecauseItMayBecomeTheMaster() {
        server.administer(Protocol.Command.REPLICAOF, "127.0.0.1", "1");

        assertThat(verdictOfAWrite(server.uri())).isEqualTo(Verdict.RETRY);
    }

    @Test
    void aUserWithoutPermissionsStopsTheTask() {
        server.administer(
                Protocol.Command.ACL, "SETUSER", "ada", "on", ">right", "~mc:*", "+@all", "-eval", "-evalsha");
        server.administer(Protocol.Command.ACL, "SETUSER", "bob", "on", ">right", "~mc:*", "+@all", "-zadd");
        server.administer(Protocol.Command.ACL, "SETUSER", "eve", "on", ">right", "~other:*", "+@all");

        assertThat(List.of("ada", "bob", "eve"))
                .extracting(user -> verdictOfAWrite(server.uri().replace("redis://", "redis://" + user + ":right@")))
                .containsOnly(Verdict.STOP);
    }

    @Test
    void aMissingOrWrongPasswordStopsTheTask() {
        server.administer(Protocol.Command.ACL, "SETUSER", "default", "resetpass", ">right");

        assertThat(verdictOfAWrite(server.uri())).isEqualTo(Verdict.STOP);
        assertThat(verdictOfAWrite(server.uri().replace("redis://", "redis://:wrong@")))
                .isEqualTo(Verdict.STOP);
    }

    @Test
    void aRedisThatDoesNotAnswerIsRetried() throws IOException {
        server.stop();

        assertThat(verdictOfAWrite(server.uri())).isEqualTo(Verdict.RETRY);
    }

    /** Errors that are hard to provoke, with the messages of Redis. */
    @ParameterizedTest
    @CsvSource({
        "LOADING Redis is loading the dataset in memory,RETRY",
        "BUSY Redis is busy running a script,RETRY",
        "CLUSTERDOWN The cluster is down,RETRY",
        "TRYAGAIN Multiple keys request during rehashing of slot,RETRY",
        "MISCONF Redis is configured to save RDB snapshots,RETRY",
        "ERR max number of clients reached,RETRY",
        "ERR Error running script (call to f_a): @user_script:1: -MISCONF Redis is configured to save,RETRY",
        "ERR DB index is out of range,STOP",
        "ERR Error running script (call to f_a): @user_script:1: WRONGTYPE Operation against a key,REPORT",
        "ERR Error running script (call to f_a): @user_script:145: user_script:145: attempt to index a nil value,REPORT",
        "ERR user_script:145: attempt to index local 'snapshot' (a nil value) script: a,REPORT",
        "ERR user_script:1: attempt to call field 'setresp' (a nil value) script: a,RETRY",
        "ERR Protocol error,RETRY",
        "ERR upstream failure,RETRY",
        "ERR an error unknown to every version of Redis so far,RETRY"
    })
    void theErrorCodeDeterminesTheVerdictAnywhereInTheMessage(String message, Verdict verdict) {
        RedisEndpoint endpoint =
                RedisSettings.of(Map.of(EndpointConfig.URI, "redis://host")).endpoint();

        assertThat(RedisErrors.of(endpoint, new JedisDataException(message)).verdict())
                .isEqualTo(verdict);
        assertThat(RedisErrors.of(endpoint, new JedisConnectionException(new JedisDataException(message)))
                        .verdict())
                .isEqualTo(verdict);
    }

    private static Verdict verdictOfAWrite(String uri) {
        try (RedisSinkStore writer = new RedisSinkStore(RedisSettings.of(Map.of(EndpointConfig.URI, uri)), () -> 0)) {
            return catchThrowableOfType(StoreException.class, () -> writer.write(List.of(ENTRY)))
                    .verdict();
        }
    }
}
