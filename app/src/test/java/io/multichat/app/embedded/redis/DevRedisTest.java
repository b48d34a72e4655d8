package io.multichat.app.embedded.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.OccupiedPort;
import io.multichat.app.embedded.testing.Key;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DevRedisTest {
    @TempDir
    private Path data;

    @Test
    void keepsItsDataWhenRestartedOnAnotherPort() throws IOException {
        try (DevRedis redis = DevRedis.start(data, FreePort.find())) {
            new Key(redis.uri()).set("kept");
        }

        try (DevRedis redis = DevRedis.start(data, FreePort.find())) {
            assertThat(new Key(redis.uri()).get()).isEqualTo("kept");
        }
    }

    @Test
    void stopsWhenItIsClosed() throws IOException {
        DevRedis redis = DevRedis.start(data, FreePort.find());
        assertThat(redis.isAlive()).isTrue();

        redis.close();
        redis.close();

        assertThat(redis.isAlive()).isFalse();
        assertThat(data.resolve("redis.pid")).doesNotExist();
    }

    @Test
    void isStartedAgainWithItsDataWhenItIsKilled() throws IOException {
        try (DevRedis redis = DevRedis.start(data, FreePort.find())) {
            new Key(redis.uri()).set("kept");
            RedisFiles files = new RedisFiles(data);
            ProcessHandle first = files.recordedProcess().orElseThrow();
            first.destroyForcibly();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> redis.isAlive()
                            && files.recordedProcess()
                                    .filter(found -> !found.equals(first))
                                    .isPresent());
            assertThat(new Key(redis.uri()).get()).isEqualTo("kept");
        }
    }

    /** Ctrl-C is sent to the whole session of the terminal. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void doesNotReceiveTheInterruptOfItsDev() throws IOException {
        assertThat(RedisExecutable.onPath("setsid")).as("setsid of util-linux").isPresent();
        try (DevRedis redis = DevRedis.start(data, FreePort.find())) {
            assertThat(redis.isAlive()).isTrue();
            long pid = new RedisFiles(data).recordedProcess().orElseThrow().pid();

            String[] fields = Files.readString(Path.of("/proc", Long.toString(pid), "stat"))
                    .split(" ");
            String session = fields[5];
            assertThat(session).isEqualTo(Long.toString(pid));
        }
    }

    @Test
    void namesTheFlagOfAPortInUse() throws IOException {
        try (ServerSocket other = OccupiedPort.open()) {
            assertThatThrownBy(() -> DevRedis.start(data, other.getLocalPort()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageStartingWith("port " + other.getLocalPort() + " of 127.0.0.1 cannot be used")
                    .hasMessageEndingWith("choose another with --redis-port");
        }
    }
}
