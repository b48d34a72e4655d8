package io.multichat.topology.state.identities;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How long identities are remembered, in whole hours since their arrival.
 *
 * <p>They are forgotten by era: all that arrived before the same hour, an era being a quarter of the time, so at most that
 * much is remembered for longer than it must be.
 *
 * @param hours at least 1; {@link #FOR_EVER} when nothing is forgotten
 */
record IdentityRetention(int hours) {
    /** Stands for no bound, and for the era that never ends. */
    static final int FOR_EVER = Integer.MAX_VALUE;

    private static final int ERAS = 4;
    private static final Duration MARGIN = Duration.ofHours(1);

    static IdentityRetention of(Optional<Duration> bound) {
        return new IdentityRetention(bound.map(
                        each -> Math.toIntExact(each.plusHours(1).minusMillis(1).toHours()))
                .orElse(FOR_EVER));
    }

    /** The era of what arrives in that hour since 1970: the first hour that is not in it. */
    int era(int hour) {
        if (hours == FOR_EVER) {
            return FOR_EVER;
        }
        int length = Math.max(1, hours / ERAS);
        return (hour / length + 1) * length;
    }

    /** The last era that may be forgotten when it is that hour. */
    int forgotten(int hour) {
        return hours == FOR_EVER ? Integer.MIN_VALUE : hour - hours;
    }

    /**
     * What the changelog topic is created with. Not compacted, since no two blocks have the same key: there would be nothing
     * to gain by it. What is deleted is at least as old as what is forgotten, since records are stamped with their arrival.
     */
    Map<String, String> changelog() {
        long millis =
                hours == FOR_EVER ? -1 : Duration.ofHours(hours).plus(MARGIN).toMillis();
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(millis),
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1");
    }
}
