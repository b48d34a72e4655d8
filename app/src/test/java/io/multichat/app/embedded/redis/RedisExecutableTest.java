package io.multichat.app.embedded.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.embedded.EmbeddedStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisExecutableTest {
    @TempDir
    private Path data;

    @Test
    void theBundledOneIsUsedIfNoneIsInstalled() {
        assertThat(RedisExecutable.find(new RedisFiles(data), Optional.empty())).isExecutable();
    }

    @Test
    void theBundledOneIsNotUsedForDataOfANewerVersion() throws IOException {
        Files.createDirectory(data.resolve("appendonlydir"));

        assertThatThrownBy(() -> RedisExecutable.find(new RedisFiles(data), Optional.empty()))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageStartingWith("a redis-server 7.0 or newer has written " + data);
    }

    @Test
    void aProgramThatIsNotOnThePathIsNotFound() {
        assertThat(RedisExecutable.onPath("no-such-program-anywhere")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Redis server v=5.0.7 sha=00000000:0 malloc=jemalloc-5.2.1 bits=64 build=1, 5.0",
        "Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=1, 7.0",
        "Redis server v=10.12.0 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=1, 10.12",
        "Valkey server v=8.1.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=1, 8.1"
    })
    void theVersionIsReadFromTheOutputOfTheServer(String answer, String version) {
        assertThat(RedisVersion.parse(answer)).map(RedisVersion::toString).hasValue(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "redis-server: command not found", "v=7"})
    void anyOtherOutputIsNotAVersion(String answer) {
        assertThat(RedisVersion.parse(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"6,2,true", "6,10,true", "7,0,true", "6,1,false", "5,9,false"})
    void versionsAreComparedNumerically(int major, int minor, boolean enough) {
        assertThat(new RedisVersion(major, minor).isAtLeast(RedisVersion.OLDEST))
                .isEqualTo(enough);
    }
}
