package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code multichat key}. */
class KeyTest {
    @Test
    void theKeyIsAcceptedByAServerWithTheConfiguration() throws Exception {
        CommandOutput made = CommandOutput.of("key", "bot", "--scopes", "read,write", "--json");
        JsonNode answer = new JsonMapper().readTree(made.out());
        String configuration = answer.path("configuration").asText();

        assertThat(made.exitCode()).isZero();
        assertThat(configuration).startsWith("bot:read+write:");
        Settings settings = Settings.load(Optional.empty(), Map.of(), List.of("http.api.keys=" + configuration));
        assertThat(ServerSettings.apiKeys(settings).find(answer.path("key").asText()))
                .map(key -> key.name())
                .contains("bot");
    }

    @Test
    void everyKeyIsAnotherOneAndMayReadUnlessToldOtherwise() {
        CommandOutput one = CommandOutput.of("key", "reports");
        CommandOutput two = CommandOutput.of("key", "reports");

        assertThat(one.out()).contains("key            multichat_", "configuration  reports:read:");
        assertThat(one.err()).contains("http.api.keys.file");
        assertThat(one.out()).isNotEqualTo(two.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key                          | NAME",
                "key a:b                      | \"a:b\" is not the name of a key",
                "key bot --scopes read,delete | \"delete\" is not a scope; use read, write or admin"
            })
    void wrongUsageIsNamed(String line, String problem) {
        CommandOutput output = CommandOutput.of(line.split(" "));

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).contains(problem);
    }
}
