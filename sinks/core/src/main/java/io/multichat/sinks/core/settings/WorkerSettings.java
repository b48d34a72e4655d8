package io.multichat.sinks.core.settings;

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

/**
 * Those of Connect's own settings of a connector without which a sink would be wrong. Their defaults are no good: Connect reads
 * aborted transactions, guesses the types of headers, and drops or stops at the first poison record.
 */
final class WorkerSettings {
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final List<String> CONVERTERS = List.of("key.converter", "value.converter", "header.converter");
    private static final String DEAD_LETTERS = "errors.deadletterqueue.topic.name";
    private static final String OFFSET_RESET = "consumer.override.auto.offset.reset";

    private final Map<String, String> settings;
    private final List<ConfigValue> problems = new ArrayList<>();

    private WorkerSettings(Map<String, String> settings) {
        this.settings = settings;
    }

    /** All problems; one value for each setting that is wrong. */
    static List<ConfigValue> problems(Map<String, String> settings, SinkTopics topics) {
        WorkerSettings check = new WorkerSettings(settings);
        for (String converter : CONVERTERS) {
            check.require(converter, BYTES, "the sink needs the bytes as they are");
        }
        check.require("consumer.override.isolation.level", "read_committed", "aborted transactions are no chat");
        check.require("errors.tolerance", "all", "one poison record would stop the task");
        check.requireDeadLetters();
        check.refuseToSkip();
        check.requireTopics(topics);
        return check.problems;
    }

    private void require(String name, String needed, String reason) {
        if (!needed.equals(settings.get(name))) {
            add(name, "must be " + needed + ": " + reason);
        }
    }

    private void requireDeadLetters() {
        if (settings.getOrDefault(DEAD_LETTERS, "").isBlank()) {
            add(DEAD_LETTERS, "must name a topic: what can never be written goes there");
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
