package io.multichat.app.settings.kind;

import io.multichat.jobs.export.stage.ConversationPattern;
import io.multichat.jobs.retention.RetentionRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns of conversations with their minimum and maximum retention: {@code irc/*=..365d,slack/legal=2555d..}. */
public record RetentionRulesKind() implements ValueKind<List<RetentionRule>> {
    private static final Pattern RULE = Pattern.compile("(?<pattern>[^=]+)=(?<min>[^.]*)\\.\\.(?<max>[^.]*)");
    private static final DurationKind BOUND = DurationKind.between("1m", "36500d");

    @Override
    public List<RetentionRule> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(RetentionRulesKind::parsed)
                        .toList();
    }

    @Override
    public String rule() {
        return "empty, or a comma-separated list such as irc/*=..365d,slack/legal=2555d.., where minimum and maximum are "
                + BOUND.rule() + " and one of them may be left out";
    }

    private static RetentionRule parsed(String text) {
        Matcher rule = RULE.matcher(text.strip());
        if (!rule.matches()) {
            throw new IllegalArgumentException("not a pattern, a minimum and a maximum");
        }
        Optional<Duration> min = bound(rule.group("min"));
        Optional<Duration> max = bound(rule.group("max"));
        if (min.isEmpty() && max.isEmpty()) {
            throw new IllegalArgumentException("neither a minimum nor a maximum");
        }
        if (max.isPresent() && min.isPresent() && max.get().compareTo(min.get()) < 0) {
            throw new IllegalArgumentException("the maximum is less than the minimum");
        }
        return new RetentionRule(ConversationPattern.parse(rule.group("pattern")), min.orElse(Duration.ZERO), max);
    }

    private static Optional<Duration> bound(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(BOUND.parse(text));
    }
}
