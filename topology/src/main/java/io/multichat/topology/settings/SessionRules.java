package io.multichat.topology.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rules that split a conversation into sessions, apart from explicit ends.
 *
 * @param gap the longest silence between neighbouring messages of a session, unless an override applies; at least 1 ms
 * @param overrides gaps for certain conversations; the first matching pattern applies
 * @param maxDuration sessions are cut at multiples of this duration since 1970 UTC; at least 1 ms; empty: no cuts
 */
public record SessionRules(Duration gap, List<GapOverride> overrides, Optional<Duration> maxDuration) {

    public SessionRules {
        SettingRules.requirePositive("session.gap", gap);
        overrides = List.copyOf(overrides);
        maxDuration.ifPresent(longest -> SettingRules.requirePositive("max.duration", longest));
    }

    /** A gap of 30 minutes for every conversation; no cuts. */
    public static SessionRules defaults() {
        return new SessionRules(Duration.ofMinutes(30), List.of(), Optional.empty());
    }

    /** The longest gap of any conversation. */
    public Duration longestGap() {
        return overrides.stream()
                .map(GapOverride::gap)
                .reduce(gap, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** The gap of a conversation. */
    public Duration gap(String conversationKey) {
        for (GapOverride override : overrides) {
            if (override.matches(conversationKey)) {
                return override.gap();
            }
        }
        return gap;
    }
}
