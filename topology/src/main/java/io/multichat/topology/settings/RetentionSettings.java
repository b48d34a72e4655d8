package io.multichat.topology.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the state keeps sessions and identities, measured against the wall clock. An empty bound means forever.
 *
 * @param sessions older events are refused, and sessions that no accepted event can reach any more are removed; at least 1 ms
 * @param identities identities of events that arrived earlier may be removed, and a redelivery of such an event is accepted
 *     again; at least 1 ms
 */
public record RetentionSettings(Optional<Duration> sessions, Optional<Duration> identities) {
    /** Keeps everything. */
    public static final RetentionSettings FOREVER = new RetentionSettings(Optional.empty(), Optional.empty());

    public RetentionSettings {
        sessions.ifPresent(bound -> SettingRules.requirePositive("session.retention", bound));
        identities.ifPresent(bound -> SettingRules.requirePositive("dedup.retention", bound));
    }

    /** The oldest instant at which an event is not too late at {@code now}, UTC milliseconds. */
    public long sessionsSince(long now) {
        return sessions.map(bound -> now - bound.toMillis()).orElse(Long.MIN_VALUE);
    }
}
