package io.multichat.app.settings.kind;

import io.multichat.events.text.Durations;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a topic keeps its records.
 *
 * @param bound empty: for ever
 */
public record Retention(Optional<Duration> bound) {
    /** As it is written in settings: {@code 7d}, or {@code forever}. */
    public String text() {
        return bound.map(Durations::format).orElse(RetentionKind.FOREVER);
    }
}
