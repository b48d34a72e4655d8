package io.multichat.app.embedded.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.testing.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of Redis that a crash of the machine, a full disk or a person has damaged. */
class DamagedRedisTest {
    @TempDir
    private Path data;

    static Stream<Arguments> damages() {
        byte[] nul = new byte[16];
        byte[] garbage = {(byte) 0xff, (byte) 0xfe, 'x', '-', '1', (byte) 0xc3};
        byte[] number = "99999999999999999999".getBytes(StandardCharsets.US_ASCII);
        return Stream.of("redis.pid", "redis.conf", "password")
                .flatMap(file -> Stream.of(nul, garbage, number, new byte[0]).map(bytes -> Arguments.of(file, bytes)));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aDamagedFileIsWrittenAgain(String file, byte[] content) throws IOException {
        DevRedis.start(data, FreePort.find()).close();
        Files.write(data.resolve(file), content);

        try (DevRedis redis = DevRedis.start(data, FreePort.find())) {
            new Key(redis.uri()).set("works");
            assertThat(new Key(redis.uri()).get()).isEqualTo("works");
        }
    }

    @Test
    void dataThatRedisCannotReadIsSetAside() throws IOException {
        try (DevRedis redis = DevRedis.start(data, FreePort.find())) {
            new Key(redis.uri()).set("lost");
        }
        Path written;
        try (Stream<Path> files = Files.walk(data)) {
            written = files.filter(file -> file.toString().endsWith(".aof"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(written, "garbage at the end", StandardOpenOption.APPEND);

        try (DevRedis redis = DevRedis.start(data, FreePort.find())) {
            assertThat(new Key(redis.uri()).get()).isNull();
        }
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("appendonly") && name.contains(".damaged-"));
        }
    }
}
