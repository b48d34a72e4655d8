package io.multichat.sinks.redis.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.testing.TestCertificate;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.testing.FreePorts;
import io.multichat.sinks.redis.testing.ManyConversations;
import io.multichat.sinks.redis.testing.TestCluster;
import io.multichat.sinks.redis.testing.TestRedis;
import io.multichat.sinks.redis.testing.TestSentinel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol;

/** A reader connects to every kind of Redis with the settings of the sink. */
class ReaderConnectionTest {
    @TempDir
    Path folder;

    @Test
    void readsFromTheMasterThatASentinelNames() throws IOException {
        try (TestRedis master = TestRedis.start();
                TestSentinel sentinel = TestSentinel.watch(master)) {
            master.write(Map.of(), ManyConversations.batch(1));

            assertReadsEverything(sentinel.properties());
        }
    }

    @Test
    void readsFromAllMastersOfACluster() throws IOException {
        try (TestCluster cluster = TestCluster.start(folder)) {
            ManyConversations.write(cluster.settings(Map.of()));

            assertReadsEverything(cluster.properties());
        }
    }

    @Test
    void readsOverTlsWithAClientCertificate() throws IOException {
        TestCertificate server = TestCertificate.make(folder, "server", "ip:127.0.0.1");
        TestCertificate client = TestCertificate.make(folder, "client", "dns:client");
        int tlsPort = FreePorts.next();
        try (TestRedis redis = TestRedis.start(
                "tls-port " + tlsPort,
                "tls-cert-file " + server.certificate(),
                "tls-key-file " + server.key(),
                "tls-ca-cert-file " + client.certificate(),
                "tls-auth-clients yes")) {
            redis.write(Map.of(), ManyConversations.batch(1));

            assertReadsEverything(Map.of(
                    EndpointConfig.URI,
                    "rediss://127.0.0.1:" + tlsPort,
                    EndpointConfig.TRUSTSTORE,
                    server.keystore().toString(),
                    EndpointConfig.TRUSTSTORE_PASSWORD,
                    TestCertificate.PASSWORD,
                    EndpointConfig.KEYSTORE,
                    client.keystore().toString(),
                    EndpointConfig.KEYSTORE_PASSWORD,
                    TestCertificate.PASSWORD));
        }
    }

    @Test
    void readsAsAnAclUser() throws IOException {
        try (TestRedis redis = TestRedis.start()) {
            redis.write(Map.of(), ManyConversations.batch(1));
            String user = "SETUSER reader on >s3cret ~mc:* +ping +eval +evalsha +hget +hmget +hstrlen +smembers"
                    + " +zcount +zrange +zrangebyscore +zrevrangebyscore";
            redis.administer(Protocol.Command.ACL, user.split(" "));
            redis.administer(Protocol.Command.ACL, "SETUSER", "default", "off");

            assertReadsEverything(Map.of(
                    EndpointConfig.URI, redis.uri(),
                    EndpointConfig.USERNAME, "reader",
                    EndpointConfig.PASSWORD, "s3cret"));
            assertThat(catchThrowableOfType(
                                    StoreException.class,
                                    () -> ManyConversations.idsRead(Map.of(EndpointConfig.URI, redis.uri())))
                            .verdict())
                    .isEqualTo(StoreException.Verdict.STOP);
        }
    }

    @Test
    void namesEveryProblemAndNoSecret() {
        Map<String, String> properties = Map.of(
                EndpointConfig.URI, "redis://ada:s3cret@a,b:7000/2",
                EndpointConfig.MODE, "swarm",
                EndpointConfig.PASSWORD, "s3cret too",
                EndpointConfig.TRUSTSTORE, "/no/such/file",
                EndpointConfig.TRUSTSTORE_PASSWORD, "s3cret as well");

        assertThatThrownBy(() -> RedisSessionReader.of(properties))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(
                        "cannot connect to Redis",
                        "redis.mode",
                        "redis.username and redis.password must be empty",
                        "redis.uri must start with rediss://")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void ignoresSettingsUnrelatedToTheConnection() {
        RedisSessionReader.of(
                        Map.of(EndpointConfig.URI, "redis://host", "redis.ttl", "not a duration", "topics", "any"))
                .close();
    }

    private static void assertReadsEverything(Map<String, String> properties) {
        assertThat(ManyConversations.idsRead(properties))
                .hasSameSizeAs(ManyConversations.ALL)
                .allSatisfy(ids -> assertThat(ids).contains(List.of("m1")));
    }
}
