package io.multichat.topology.state.identities;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How long identities are kept, in whole hours since their arrival.
 *
 * <p>They are removed in eras. An era spans a quarter of the retention, so that identities are kept at most that much longer than
 * required.
 *
 * @param hours at least 1; {@link #FOR_EVER} without a bound
 */
record IdentityRetention(int hours) {
    /** No bound; also the era that never ends. */
    static final int FOR_EVER = Integer.MAX_VALUE;

    private static final int ERAS = 4;
    private static final Duration MARGIN = Duration.ofHours(1);

    static IdentityRetention of(Optional<Duration> bound) {
        return new IdentityRetention(bound.map(
                        each -> Math.toIntExact(each.plusHours(1).minusMillis(1).toHours()))
                .orElse(FOR_EVER));
    }

    /** The era of arrivals in this hour since 1970, named by the first hour after the era. */
    int era(int hour) {
        if (hours == FOR_EVER) {
            return FOR_EVER;
        }
        int length = Math.max(1, hours / ERAS);
        return (hour / length + 1) * length;
    }

    /** The last era that may be removed in this hour. */
    int lastRemovableEra(int hour) {
        return hours == FOR_EVER ? Integer.MIN_VALUE : hour - hours;
    }

    /**
     * The configuration of the changelog topic. It is not compacted, because no two blocks have the same key. Kafka deletes only
     * records that are past the retention, because their timestamps are times of arrival.
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
