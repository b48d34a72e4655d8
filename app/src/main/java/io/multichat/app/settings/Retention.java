package io.multichat.app.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a topic keeps its records.
 *
 * @param bound empty: for ever
 */
public record Retention(Optional<Duration> bound) {
    /** The value of Kafka's topic setting {@code retention.ms}; -1 means for ever. */
    public long retentionMs() {
        return bound.map(Duration::toMillis).orElse(-1L);
    }

    /** As it is written in settings: {@code 7d}, or {@code forever}. */
    public String text() {
        return bound.map(DurationKind::format).orElse(RetentionKind.FOREVER);
    }
}
