package io.multichat.sinks.redis.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.multichat.reading.StoreException;
import io.multichat.sinks.redis.testing.RedisOfVersion;
import io.multichat.sinks.redis.testing.TestCluster;
import io.multichat.sinks.redis.testing.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol;

class MasterCheckTest {
    @ParameterizedTest
    @CsvSource({"allkeys-lru,1gb,1", "allkeys-random,1gb,1", "allkeys-lru,0,0", "volatile-ttl,1gb,0", "noeviction,1gb,0"
    })
    void aServerThatMayEvictAnyKeyCausesAWarning(String policy, String memory, int warnings) throws IOException {
        try (TestRedis server = TestRedis.start("maxmemory-policy " + policy, "maxmemory " + memory);
                RedisLink redis = server.settings(Map.of()).endpoint().connect(1)) {
            assertThat(MasterCheck.warnings(redis))
                    .hasSize(warnings)
                    .allSatisfy(warning -> assertThat(warning)
                            .contains("127.0.0.1:" + server.port(), policy, "Set maxmemory-policy to volatile-ttl"));
        }
    }

    @Test
    void everyMasterOfAClusterIsChecked(@TempDir Path folder) throws IOException {
        try (TestCluster cluster = TestCluster.start(folder);
                RedisLink redis = cluster.settings(Map.of()).endpoint().connect(1)) {
            for (int node : List.of(0, 2)) {
                cluster.node(node).administer(Protocol.Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lfu");
                cluster.node(node).administer(Protocol.Command.CONFIG, "SET", "maxmemory", "1gb");
            }

            assertThat(MasterCheck.warnings(redis)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.8.24", "5.0.14", "6.0.16"})
    void anOldRedisIsRefused(String version) throws IOException {
        try (RedisOfVersion server = new RedisOfVersion(version);
                RedisLink redis = server.link()) {
            StoreException refused = catchThrowableOfType(StoreException.class, () -> MasterCheck.check(redis));

            assertThat(refused).hasMessageContainingAll(version, "needs 6.2 or later", "upgrade");
            assertThat(refused.verdict()).isEqualTo(StoreException.Verdict.STOP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.0", "7.2.4", "10.0.0", "255.255.255", "unknown"})
    void aNewRedisIsAccepted(String version) throws IOException {
        try (RedisOfVersion server = new RedisOfVersion(version);
                RedisLink redis = server.link()) {
            assertThatCode(() -> MasterCheck.check(redis)).doesNotThrowAnyException();
        }
    }
}
