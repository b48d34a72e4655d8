package io.multichat.app.embedded.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.embedded.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** The other users of the machine can reach the port of Redis. */
class RedisAccessTest {
    @TempDir
    private static Path folder;

    private static Path data;
    private static DevRedis redis;

    @BeforeAll
    static void start() {
        data = folder.resolve("redis");
        redis = DevRedis.start(data, FreePort.find());
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void noCommandIsAcceptedWithoutThePassword() {
        URI port = URI.create("redis://127.0.0.1:" + redis.uri().getPort());
        try (Jedis stranger = new Jedis(port)) {
            assertThatThrownBy(() -> stranger.get("key")).isInstanceOf(JedisDataException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "module", "debug", "slaveof", "replicaof"})
    void noCommandThatChangesTheServerIsAcceptedWithThePassword(String command) {
        try (Jedis client = new Jedis(redis.uri())) {
            assertThatThrownBy(() -> client.sendCommand(() -> command.getBytes(StandardCharsets.US_ASCII)))
                    .hasMessageContaining("unknown command");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void thePasswordIsReadableByItsOwnerOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(data)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        for (String file : new String[] {"password", "redis.conf"}) {
            assertThat(Files.getPosixFilePermissions(data.resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void thePasswordStaysTheSame() throws IOException {
        assertThat(new RedisFiles(data).password())
                .isEqualTo(Files.readString(data.resolve("password")).strip())
                .hasSize(64);
    }
}
