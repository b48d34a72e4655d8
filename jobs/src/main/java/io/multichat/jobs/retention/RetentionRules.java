package io.multichat.jobs.retention;

import io.multichat.events.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of an installation. Of all rules that match a conversation, the shortest maximum counts, but never less than the longest
 * minimum. Without a maximum, sessions are kept for ever.
 */
public record RetentionRules(List<RetentionRule> rules) {
    public RetentionRules {
        rules = List.copyOf(rules);
    }

    /** How long sessions of a conversation are kept; empty: for ever. */
    public Optional<Duration> of(Conversation conversation) {
        List<RetentionRule> matching = rules.stream()
                .filter(rule -> rule.conversations().matches(conversation))
                .toList();
        Duration min = matching.stream()
                .map(RetentionRule::min)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return shortest(matching).map(max -> max.compareTo(min) < 0 ? min : max);
    }

    /** True if sessions may be kept longer than this before they are deleted. */
    public boolean exceed(Duration limit) {
        return rules.stream()
                .flatMap(rule -> Stream.concat(Stream.of(rule.min()), rule.max().stream()))
                .anyMatch(time -> time.compareTo(limit) > 0);
    }

    /** The shortest time that any session is kept; empty if all are kept for ever. */
    Optional<Duration> shortest() {
        return shortest(rules);
    }

    private static Optional<Duration> shortest(List<RetentionRule> rules) {
        return rules.stream().flatMap(rule -> rule.max().stream()).min(Duration::compareTo);
    }
}
