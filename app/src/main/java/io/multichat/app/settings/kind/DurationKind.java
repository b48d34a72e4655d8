package io.multichat.app.settings.kind;

import io.multichat.events.text.Durations;
import java.time.Duration;

/**
 * A duration such as {@code 500ms}, {@code 30s}, {@code 30m}, {@code 24h} or {@code 7d}.
 *
 * @param min the shortest allowed
 * @param max the longest allowed
 */
public record DurationKind(Duration min, Duration max) implements ValueKind<Duration> {
    /** Any duration of at most 100 years. */
    public static final DurationKind ANY = new DurationKind(Duration.ZERO, Duration.ofDays(36_500));

    public static DurationKind between(String min, String max) {
        return new DurationKind(ANY.parse(min), ANY.parse(max));
    }

    @Override
    public Duration parse(String text) {
        return Durations.parse(text)
                .filter(duration -> duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0)
                .orElseThrow(() -> new IllegalArgumentException("not a duration in the range"));
    }

    @Override
    public String rule() {
        return "a duration from " + Durations.format(min) + " to " + Durations.format(max)
                + ", such as 500ms, 30s or 24h";
    }
}
