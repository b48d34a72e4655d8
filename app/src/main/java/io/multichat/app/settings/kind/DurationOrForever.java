package io.multichat.app.settings.kind;

import io.multichat.events.text.Durations;
import java.time.Duration;
import java.util.Optional;

/**
 * A duration that may be unbounded: a retention, or the longest a session may last.
 *
 * @param bound empty: forever
 */
public record DurationOrForever(Optional<Duration> bound) {
    /** As written in settings: {@code 7d}, or {@code forever}. */
    public String text() {
        return bound.map(Durations::format).orElse(DurationOrForeverKind.FOREVER);
    }
}
