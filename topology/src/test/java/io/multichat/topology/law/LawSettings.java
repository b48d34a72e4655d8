package io.multichat.topology.law;

import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import io.multichat.topology.law.model.PlainRules;
import io.multichat.topology.settings.GapOverride;
import io.multichat.topology.settings.RetentionSettings;
import io.multichat.topology.settings.SessionRules;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.settings.TopologySettings.Limits;
import io.multichat.topology.settings.TopologySettings.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of the law tests, for the topology and for the model. */
final class LawSettings {
    /** The {@code max.duration} of runs with cuts; all gaps are shorter. */
    static final Duration LONGEST = Duration.ofMinutes(32);

    static final int GENERATION = 7;

    private static final Duration BY_DEFAULT = Duration.ofMinutes(8);
    private static final List<Duration> GAPS = List.of(BY_DEFAULT, Duration.ofSeconds(10), Duration.ofMillis(3));

    private LawSettings() {}

    /** The first matching override applies; the last two never do. */
    static TopologySettings of(Optional<Duration> maxDuration, RetentionSettings retention, Limits limits) {
        List<GapOverride> overrides = List.of(
                new GapOverride("law/*/chat%201", GAPS.get(1)),
                new GapOverride("*chat%202", GAPS.get(2)),
                new GapOverride("law/*1", Duration.ofMinutes(7)),
                new GapOverride("chat", Duration.ofMinutes(7)));
        return new TopologySettings(
                List.of(Topics.MESSAGES),
                4,
                GENERATION,
                new SessionRules(BY_DEFAULT, overrides, maxDuration),
                Timing.defaults(),
                retention,
                limits);
    }

    /** With or without cuts, and without a retention. */
    static TopologySettings of(boolean cuts) {
        return of(cuts ? Optional.of(LONGEST) : Optional.empty(), RetentionSettings.FOREVER, Limits.defaults());
    }

    /** A conversation of a run; each number has a different gap. */
    static Conversation conversation(String run, int number) {
        return Conversation.of("law", run, "chat " + number);
    }

    static PlainRules rules(TopologySettings settings, int conversation) {
        PlainRules rules = PlainRules.ofGap(GAPS.get(conversation).toMillis())
                .waiting(3_600_000, settings.limits().waitingEdits());
        PlainRules cut = settings.rules()
                .maxDuration()
                .map(longest -> rules.cutAt(longest.toMillis()))
                .orElse(rules);
        return settings.retention()
                .sessions()
                .map(bound -> cut.retaining(bound.toMillis()))
                .orElse(cut);
    }
}
