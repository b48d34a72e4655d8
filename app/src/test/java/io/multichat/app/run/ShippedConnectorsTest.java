package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.settings.Settings;
import io.multichat.jobs.wait.SinkGroups;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the connectors of {@code dev} with those of the Docker image. */
class ShippedConnectorsTest {
    private static final Path SHIPPED = Path.of("..", "docker", "connect");
    private static final Stores STORES = new Stores(
            // Like the Redis of dev, that of the containers is for Multichat alone, so its file is rewritten after
            // erasures.
            Map.of(
                    "redis.uri",
                    "redis://redis:6379",
                    "redis.password",
                    "${env:MULTICHAT_REDIS_PASSWORD}",
                    "redis.erase.rewrite",
                    "true"),
            Path.of("/data/sessions.db"),
            Path.of("/data/archive"));

    @ParameterizedTest
    @ValueSource(strings = {"redis", "sqlite", "archive"})
    void theImageShipsTheConfigurationOfDev(String store) throws IOException {
        Map<String, String> expected = new TreeMap<>(configurations(List.of()).get(SinkGroups.connector(store)));
        // Only in dev, where a killed worker comes back under the same name.
        expected.remove("consumer.override.group.instance.id");

        assertThat(shipped(store + ".properties")).isEqualTo(expected);
    }

    @Test
    void theConsumerGroupsAreTheOnesThatImportsWaitFor() {
        assertThat(configurations(List.of()).keySet())
                .map(connector -> "connect-" + connector)
                .containsExactlyInAnyOrderElementsOf(SinkGroups.USUAL.optional());
    }

    @Test
    void everySettingOfASinkReachesItsConnector() {
        Map<String, Map<String, String>> configurations =
                configurations(List.of("redis.ttl=1h", "sqlite.layout=per-partition", "archive.compression=gzip"));

        assertThat(configurations.get("multichat-redis")).containsEntry("redis.ttl", "1h");
        assertThat(configurations.get("multichat-sqlite")).containsEntry("sqlite.layout", "per-partition");
        assertThat(configurations.get("multichat-archive")).containsEntry("archive.compression", "gzip");
    }

    private static Map<String, Map<String, String>> configurations(List<String> assignments) {
        Settings settings = Settings.load(Optional.empty(), Map.of(), assignments);
        return new SinkConnectors(STORES, settings)
                .configurations().stream()
                        .collect(Collectors.toMap(configuration -> configuration.get("name"), Function.identity()));
    }

    private static Map<String, String> shipped(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(SHIPPED.resolve(file))) {
            properties.load(reader);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.forEach((name, value) -> settings.put(name.toString(), value.toString()));
        return settings;
    }
}
