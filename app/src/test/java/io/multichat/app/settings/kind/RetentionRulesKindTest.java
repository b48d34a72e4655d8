package io.multichat.app.settings.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Conversation;
import io.multichat.jobs.retention.RetentionRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionRulesKindTest {
    private final RetentionRulesKind kind = new RetentionRulesKind();

    @Test
    void aRuleHasAPatternAMinimumAndAMaximum() {
        List<RetentionRule> rules = kind.parse("irc/*=..365d, slack legal=2555d..,discord/%23a=1d..2d");

        assertThat(rules)
                .extracting(RetentionRule::min)
                .containsExactly(Duration.ZERO, Duration.ofDays(2555), Duration.ofDays(1));
        assertThat(rules.get(0).max()).contains(Duration.ofDays(365));
        assertThat(rules.get(1).max()).isEmpty();
        assertThat(rules.get(0).conversations().matches(Conversation.of("irc", "#ubuntu", "7")))
                .isTrue();
        assertThat(rules.get(2).conversations().matches(Conversation.of("discord", "#a")))
                .isTrue();
        assertThat(kind.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "irc/*",
                "irc/*=",
                "irc/*=365d",
                "irc/*=..",
                "irc=..365d",
                "irc/*=2d..1d",
                "irc/*=..0d",
                "irc/*=..1d,"
            })
    void aMistakeIsRefused(String text) {
        assertThatThrownBy(() -> kind.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
