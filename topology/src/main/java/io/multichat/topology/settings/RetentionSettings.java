package io.multichat.topology.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How long what is remembered, measured against the wall clock; empty: for ever.
 *
 * @param sessions events older than this are refused, and sessions that no accepted event can reach any more are forgotten
 * @param identities the identities of events that arrived longer ago may be forgotten: a redelivery beyond it counts twice
 */
public record RetentionSettings(Optional<Duration> sessions, Optional<Duration> identities) {
    /** Nothing is forgotten. */
    public static final RetentionSettings FOREVER = new RetentionSettings(Optional.empty(), Optional.empty());

    public RetentionSettings {
        sessions.ifPresent(bound -> SettingRules.requirePositive("session.retention", bound));
        identities.ifPresent(bound -> SettingRules.requirePositive("dedup.retention", bound));
    }

    /** The instant before which events are too late at {@code now}, UTC milliseconds. */
    public long sessionsSince(long now) {
        return sessions.map(bound -> now - bound.toMillis()).orElse(Long.MIN_VALUE);
    }
}
