package io.multichat.topology.testing;

import io.multichat.topology.settings.RetentionSettings;
import io.multichat.topology.settings.SessionRules;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.settings.TopologySettings.Limits;
import io.multichat.topology.settings.TopologySettings.Timing;

/** The settings of the fixture, with one part changed. */
public final class Rules {
    private static final TopologySettings DEFAULTS = TopologyFixture.DEFAULTS;

    private Rules() {}

    public static TopologySettings of(SessionRules rules) {
        return settings(rules, DEFAULTS.timing(), DEFAULTS.retention(), DEFAULTS.limits());
    }

    public static TopologySettings of(Timing timing) {
        return settings(DEFAULTS.rules(), timing, DEFAULTS.retention(), DEFAULTS.limits());
    }

    public static TopologySettings of(RetentionSettings retention) {
        return settings(DEFAULTS.rules(), DEFAULTS.timing(), retention, DEFAULTS.limits());
    }

    public static TopologySettings of(Limits limits) {
        return settings(DEFAULTS.rules(), DEFAULTS.timing(), DEFAULTS.retention(), limits);
    }

    private static TopologySettings settings(
            SessionRules rules, Timing timing, RetentionSettings retention, Limits limits) {
        return new TopologySettings(
                DEFAULTS.inputTopics(), DEFAULTS.partitions(), DEFAULTS.generation(), rules, timing, retention, limits);
    }
}
