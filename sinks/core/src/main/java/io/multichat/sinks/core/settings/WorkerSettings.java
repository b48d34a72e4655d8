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
 * The Connect settings that every sink must override. By default Connect reads aborted transactions, converts header values,
 * and stops at the first invalid record.
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

    /** All problems, one value per invalid setting. */
    static List<ConfigValue> problems(Map<String, String> settings, SinkTopics topics) {
        WorkerSettings check = new WorkerSettings(settings);
        for (String converter : CONVERTERS) {
            check.require(converter, BYTES, "the sink reads unmodified bytes");
        }
        check.require(
                "consumer.override.isolation.level",
                "read_committed",
                "records of aborted transactions must not be stored");
        check.require("errors.tolerance", "all", "otherwise one invalid record stops the task");
        check.requireDeadLetters();
        check.requireEarliest();
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
            add(DEAD_LETTERS, "must name a topic for records that can never be written");
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
