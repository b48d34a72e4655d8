package io.multichat.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void withoutInputEverySettingHasItsDefault() {
        Settings settings = Settings.load(Optional.empty(), Map.of("PATH", "/bin"), List.of());

        assertThat(settings.get(SessionSettings.SESSION_GAP)).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.get(SessionSettings.EVENT_MAX_BYTES)).isEqualTo(1 << 20);
        assertThat(settings.get(TopicSettings.INPUT_TOPICS)).containsExactly("chat-messages");
        assertThat(settings.get(TopicSettings.RETENTION_INPUT).bound()).contains(Duration.ofDays(7));
        assertThat(settings.get(StoreSettings.REDIS_URI)).isEmpty();
    }

    @Test
    void aFlagWinsOverAVariableAndAVariableOverTheFile() throws IOException {
        Path file = file("session.gap = 1m\nclose.settle = 1s\npartitions = 1\n");
        Map<String, String> environment = Map.of("MULTICHAT_SESSION_GAP", "2m", "MULTICHAT_CLOSE_SETTLE", "2s");

        Settings settings = Settings.load(Optional.of(file), environment, List.of("session.gap=3m"));

        assertThat(settings.get(SessionSettings.SESSION_GAP)).isEqualTo(Duration.ofMinutes(3));
        assertThat(settings.get(SessionSettings.CLOSE_SETTLE)).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.get(SessionSettings.PARTITIONS)).isEqualTo(1);
    }

    @Test
    void kafkaSettingsArePassedOnFromEverySource() throws IOException {
        Path file = file("kafka.security.protocol=SSL\nkafka.client.id=one\n");
        Map<String, String> environment = Map.of("MULTICHAT_KAFKA_SSL_KEYSTORE_LOCATION", "/keys");

        Settings settings = Settings.load(Optional.of(file), environment, List.of("kafka.client.id=two"));

        assertThat(settings.kafka())
                .containsOnly(
                        Map.entry("security.protocol", "SSL"),
                        Map.entry("ssl.keystore.location", "/keys"),
                        Map.entry("client.id", "two"));
    }

    @Test
    void allProblemsFromAllSourcesAreReportedAtOnceWithTheirOrigin() throws IOException {
        Path file = file("sesion.gap=1m\n");
        Map<String, String> environment = Map.of("MULTICHAT_PARTITIONS", "none");

        SettingsException thrown =
                problems(Optional.of(file), environment, List.of("event.max.bytes=5", "session.gap"));

        assertThat(thrown.getMessage().lines())
                .hasSize(5)
                .anySatisfy(
                        line -> assertThat(line).contains("sesion.gap", file.toString(), "did you mean session.gap?"))
                .anySatisfy(line -> assertThat(line)
                        .contains("partitions is \"none\"", "variable MULTICHAT_PARTITIONS", "a whole number from 1"))
                .anySatisfy(line -> assertThat(line)
                        .contains("event.max.bytes is \"5\"", "--set", "must be a size from 1KiB to 16MiB"))
                .anySatisfy(line -> assertThat(line).contains("--set must be followed by key=value"));
    }

    @Test
    void aSecretIsNeverShown() {
        SettingsException thrown = problems(Optional.empty(), Map.of(), List.of("redis.uri=http://u:geheim@host"));

        assertThat(thrown).hasMessageContaining("redis.uri").hasMessageNotContaining("geheim");
        assertThat(Settings.load(Optional.empty(), Map.of(), List.of("redis.uri=redis://u:geheim@host")))
                .asString()
                .doesNotContain("geheim");
    }

    @Test
    void aMissingFileIsReported() {
        SettingsException thrown = problems(Optional.of(folder.resolve("none")), Map.of(), List.of());

        assertThat(thrown).hasMessageContaining("does not exist");
    }

    @Test
    void variablesOfKubernetesAndTheLauncherAreNotSettings() {
        Map<String, String> environment = Map.of(
                "MULTICHAT_PORT", "tcp://10.0.0.1:80",
                "MULTICHAT_PORT_80_TCP_ADDR", "10.0.0.1",
                "MULTICHAT_SERVICE_HOST", "10.0.0.1",
                "MULTICHAT_SERVICE_PORT_HTTP", "80",
                "MULTICHAT_JAVA_OPTS", "-Xmx1g");

        Settings settings = Settings.load(Optional.empty(), environment, List.of());

        assertThat(settings.kafka()).isEmpty();
    }

    @Test
    void aGivenValueTakesPrecedenceOverAReplacedDefault() {
        Settings given = Settings.load(Optional.empty(), Map.of(), List.of("topics.replication=3"));

        assertThat(given.withDefault(TopicSettings.TOPICS_REPLICATION, "1").get(TopicSettings.TOPICS_REPLICATION))
                .isEqualTo((short) 3);
        assertThat(Settings.defaults()
                        .withDefault(TopicSettings.TOPICS_REPLICATION, "1")
                        .get(TopicSettings.TOPICS_REPLICATION))
                .isEqualTo((short) 1);
    }

    private static SettingsException problems(Optional<Path> file, Map<String, String> environment, List<String> sets) {
        return catchThrowableOfType(SettingsException.class, () -> Settings.load(file, environment, sets));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("multichat.properties"), content);
    }
}
