package io.multichat.sinks.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.testing.ConnectorSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorCheckTest {
    private static final String PLACE = "store.place";
    private static final ConfigDef DEFINITION = SinkTopics.define(new ConfigDef()
            .define(PLACE, ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "where")
            .define(
                    "store.size",
                    ConfigDef.Type.INT,
                    1,
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.LOW,
                    "how much"));

    private final Map<String, String> settings = new HashMap<>(ConnectorSettings.complete(Map.of(PLACE, "here")));

    @Test
    void validSettingsHaveNoProblems() {
        assertThat(problems(Optional.empty())).isEmpty();

        settings.remove("topics");
        settings.put("topics.regex", "chat-(transcript|sessions)");
        assertThat(problems(Optional.empty())).isEmpty();
    }

    @Test
    void allMissingSettingsAreReportedAtOnce() {
        settings.clear();
        settings.put("store.size", "0");

        assertThat(problems(Optional.empty()))
                .extracting(problem -> problem.split(" ")[0])
                .contains("key.converter", "value.converter", "header.converter", "consumer.override.isolation.level")
                .contains("errors.tolerance", "errors.deadletterqueue.topic.name", "topics")
                .hasSize(9);
        assertThat(problems(Optional.empty())).anyMatch(problem -> problem.contains(PLACE));
        assertThat(problems(Optional.empty())).anyMatch(problem -> problem.contains("store.size"));
    }

    @ParameterizedTest
    @CsvSource({
        "value.converter,org.apache.kafka.connect.json.JsonConverter",
        "consumer.override.isolation.level,read_uncommitted",
        "consumer.override.auto.offset.reset,latest",
        "errors.tolerance,none",
        "errors.deadletterqueue.topic.name,' '",
        "topics,chat-transcript",
        "topics,'chat-transcript,chat-sessions,chat-messages'"
    })
    void aWrongValueIsReportedWithTheRequiredValue(String setting, String value) {
        settings.put(setting, value);

        assertThat(problems(Optional.empty()))
                .singleElement()
                .asString()
                .startsWith(setting + " ")
                .contains("must");
    }

    @Test
    void aPatternThatIsInvalidOrDoesNotMatchATopicIsAProblem() {
        settings.remove("topics");
        settings.put("topics.regex", "chat-sessions");
        assertThat(problems(Optional.empty())).containsExactly("topics must include chat-sessions and chat-transcript");

        settings.put("topics.regex", "(");
        assertThat(problems(Optional.empty())).hasSize(1);
    }

    @Test
    void anInaccessibleStoreIsReportedOnlyIfTheSinksOwnSettingsAreValid() {
        settings.put("errors.tolerance", "none");
        assertThat(problems(Optional.of("the door is locked"))).hasSize(2).contains("the door is locked");

        settings.put("store.size", "0");
        assertThat(problems(Optional.of("the door is locked"))).doesNotContain("the door is locked");
    }

    private List<String> problems(Optional<String> obstacle) {
        return ConnectorCheck.run(DEFINITION, settings, PLACE, () -> obstacle).configValues().stream()
                .map(ConfigValue::errorMessages)
                .flatMap(List::stream)
                .toList();
    }
}
