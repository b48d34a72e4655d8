package io.multichat.sinks.redis.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.reading.diagnosis.Finding;
import io.multichat.sinks.redis.testing.RedisOfVersion;
import io.multichat.sinks.redis.testing.TestRedis;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisServerCheckTest {
    @Test
    void aServerThatKeepsWhatItHasIsFine() throws IOException {
        try (TestRedis server = TestRedis.start("maxmemory-policy volatile-ttl", "maxmemory 1gb")) {
            assertThat(findings(server.port())).isEmpty();
        }
    }

    @Test
    void evictionOfAnyKeyAndLittleMemoryAreFoundWithTheirFix() throws IOException {
        // An empty Redis uses more than this.
        try (TestRedis server = TestRedis.start("maxmemory-policy allkeys-lru", "maxmemory 200kb")) {
            assertThat(findings(server.port()))
                    .hasSize(2)
                    .anySatisfy(found -> {
                        assertThat(found.problem()).contains("may evict any key", "allkeys-lru");
                        assertThat(found.fix()).contains("volatile-ttl");
                    })
                    .anySatisfy(found -> {
                        assertThat(found.problem()).contains("of 204800 bytes (maxmemory)", "evicts conversations");
                        assertThat(found.fix()).contains("redis.ttl");
                    });
        }
    }

    @Test
    void anOldServerIsFound() throws IOException {
        try (RedisOfVersion server = new RedisOfVersion("5.0.14")) {
            assertThat(findings(server.port()))
                    .filteredOn(found -> found.severity() == Finding.Severity.DANGER)
                    .singleElement()
                    .satisfies(found -> assertThat(found.problem()).contains("5.0.14", "needs 6.2 or later"));
        }
    }

    private static List<Finding> findings(int port) {
        return new RedisServerCheck(Map.of("redis.uri", "redis://127.0.0.1:" + port)).findings();
    }
}
