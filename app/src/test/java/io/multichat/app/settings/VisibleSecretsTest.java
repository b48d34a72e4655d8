package io.multichat.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of a process can be read by every user of the machine. */
class VisibleSecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.api.key=geheim",
                "http.api.keys=geheim",
                "redis.password=geheim",
                "redis.uri=redis://ada:geheim@host",
                "kafka.sasl.jaas.config=geheim",
                "kafka.ssl.key.password=geheim"
            })
    void areWarnedAboutWithoutTheirValue(String assignment) {
        assertThat(Settings.visibleSecrets(List.of(assignment)))
                .singleElement()
                .asString()
                .contains(assignment.substring(0, assignment.indexOf('=')))
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.api.key=", "redis.uri=redis://host:6379", "session.gap=10m", "kafka.client.id=a"})
    void areNotSettingsThatHoldNoSecret(String assignment) {
        assertThat(Settings.visibleSecrets(List.of(assignment))).isEmpty();
    }
}
