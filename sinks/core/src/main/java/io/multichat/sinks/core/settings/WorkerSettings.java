package io.multichat.sinks.core.settings;

import io.multichat.sinks.core.ConnectOverrides;
import io.multichat.sinks.core.SinkTopics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;

/** Checks the Connect settings that every sink connector must override, see {@link ConnectOverrides}. */
final class WorkerSettings {
    private static final String OFFSET_RESET = "consumer.override.auto.offset.reset";

    private final Map<String, String> settings;
    private final List<ConfigValue> problems = new ArrayList<>();

    private WorkerSettings(Map<String, String> settings) {
        this.settings = settings;
    }

    /** All problems, one value per invalid setting. */
    static List<ConfigValue> problems(Map<String, String> settings, SinkTopics topics) {
        WorkerSettings check = new WorkerSettings(settings);
        ConnectOverrides.REQUIRED.forEach(check::require);
        check.requireDeadLetters();
        check.requireEarliest();
        check.requireTopics(topics);
        return check.problems;
    }

    private void require(ConnectOverrides.Required required) {
        if (!required.value().equals(settings.get(required.name()))) {
            add(required.name(), "must be " + required.value() + ": " + required.reason());
        }
    }

    private void requireDeadLetters() {
        if (settings.getOrDefault(ConnectOverrides.DEAD_LETTER_TOPIC, "").isBlank()) {
            add(ConnectOverrides.DEAD_LETTER_TOPIC, "must name a topic for records that can never be written");
        }
    }

    private void requireEarliest() {
        String reset = settings.getOrDefault(OFFSET_RESET, "earliest");
        if (!reset.equals("earliest")) {
            add(
                    OFFSET_RESET,
                    "must be earliest: without a position in the store, reading starts at the beginning of the topic");
        }
    }

    private void requireTopics(SinkTopics topics) {
        Set<String> needed = Set.of(topics.transcript(), topics.sessions());
        String named = settings.getOrDefault("topics", "");
        if (named.isBlank()) {
            requirePattern(needed);
            return;
        }
        Set<String> given = Arrays.stream(named.split(",")).map(String::trim).collect(Collectors.toSet());
        if (!given.equals(needed)) {
            add(
                    "topics",
                    "must be " + topics.transcript() + "," + topics.sessions()
                            + ", the values of transcript.topic and sessions.topic");
        }
    }

    private void requirePattern(Set<String> needed) {
        String pattern = settings.getOrDefault("topics.regex", "");
        try {
            if (!pattern.isBlank()
                    && needed.stream().allMatch(Pattern.compile(pattern).asMatchPredicate())) {
                return;
            }
        } catch (PatternSyntaxException e) {
            // Connect itself reports the invalid pattern; here it matches nothing.
        }
        add(
                "topics",
                "must include " + String.join(" and ", needed.stream().sorted().toList()));
    }

    private void add(String name, String rule) {
        // Without the value: Connect expects it in the setting's own type, such as a class for a converter.
        ConfigValue value = new ConfigValue(name, null, List.of(), new ArrayList<>());
        value.addErrorMessage(name
                + Optional.ofNullable(settings.get(name))
                        .map(is -> " is " + is + "; it")
                        .orElse("") + " " + rule);
        problems.add(value);
    }
}
