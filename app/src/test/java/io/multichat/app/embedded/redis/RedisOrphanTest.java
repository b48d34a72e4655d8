package io.multichat.app.embedded.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.embedded.ChildJvm;
import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.LoopbackPort;
import io.multichat.app.embedded.OccupiedPort;
import io.multichat.app.embedded.testing.Key;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisOrphanTest {
    @TempDir
    private Path data;

    /** Starts a Redis and is killed before it can stop it. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            try (DevRedis redis = DevRedis.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
                assertThat(redis.isAlive()).isTrue();
                ChildJvm.sayReadyAndWait();
            }
        }
    }

    @Test
    void isReplacedAndItsDataIsKept() throws Exception {
        int port = FreePort.find();
        try (ChildJvm child = ChildJvm.start(Child.class, data, port)) {
            new Key(DevRedis.uri(data, port)).set("kept");
            child.kill();
        }
        ProcessHandle orphan = new RedisFiles(data).recordedProcess().orElseThrow();

        try (DevRedis redis = DevRedis.start(data, FreePort.find())) {
            assertThat(new Key(redis.uri()).get()).isEqualTo("kept");
            assertThat(new LocalRedis(port, new RedisFiles(data).password()).identity())
                    .isEmpty();
            assertThat(new RedisFiles(data).recordedProcess())
                    .isNotEmpty()
                    .get()
                    .isNotEqualTo(orphan);
        }
    }

    @Test
    void isNotAnotherProcessThatHasItsPidNow() throws IOException {
        RedisFiles files = new RedisFiles(data);
        try (ServerSocket other = OccupiedPort.open()) {
            files.writeConfiguration(new LoopbackPort(other.getLocalPort(), "--redis-port"));
        }
        Files.writeString(data.resolve("redis.pid"), ProcessHandle.current().pid() + "\n");

        try (DevRedis redis = DevRedis.start(data, FreePort.find())) {
            assertThat(redis.isAlive()).isTrue();
        }
    }

    @Test
    void isNotTheRedisOfAnotherDirectory() throws IOException {
        Path elsewhere = data.resolve("elsewhere");
        int port = FreePort.find();
        try (DevRedis other = DevRedis.start(elsewhere, port)) {
            Path here = Files.createDirectory(data.resolve("here"));
            Files.copy(elsewhere.resolve("redis.conf"), here.resolve("redis.conf"));
            Files.copy(elsewhere.resolve("redis.pid"), here.resolve("redis.pid"));

            assertThatThrownBy(() -> DevRedis.start(here, port))
                    .hasMessageEndingWith("choose another with --redis-port");

            assertThat(other.isAlive()).isTrue();
        }
    }
}
