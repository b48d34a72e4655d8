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

    /** All problems; one value for each setting that is wrong. */
    static List<ConfigValue> problems(Map<String, String> settings, SinkTopics topics) {
        WorkerSettings check = new WorkerSettings(settings);
        ConnectOverrides.REQUIRED.forEach(check::require);
        check.requireDeadLetters();
        check.refuseToSkip();
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
            add(ConnectOverrides.DEAD_LETTER_TOPIC, "must name a topic: what can never be written goes there");
        }
    }

    private void refuseToSkip() {
        String reset = settings.getOrDefault(OFFSET_RESET, "earliest");
        if (!reset.equals("earliest")) {
            add(OFFSET_RESET, "must be earliest: where the store has no position, reading begins at the log's start");
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
                            + ", as transcript.topic and sessions.topic name them");
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
            // Connect tells that it is no pattern; here it counts as one that matches nothing.
        }
        add(
                "topics",
                "must name " + String.join(" and ", needed.stream().sorted().toList()));
    }

    private void add(String name, String rule) {
        // Without the value, which Connect would want in its own type of the setting, a class for a converter.
        ConfigValue value = new ConfigValue(name, null, List.of(), new ArrayList<>());
        value.addErrorMessage(name
                + Optional.ofNullable(settings.get(name))
                        .map(is -> " is " + is + "; it")
                        .orElse("") + " " + rule);
        problems.add(value);
    }
}
