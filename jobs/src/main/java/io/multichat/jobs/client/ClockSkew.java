package io.multichat.jobs.client;

import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.text.Durations;
import io.multichat.events.text.Rfc3339;
import java.time.Duration;
import java.util.Optional;

/**
 * The difference between clocks that the topology tolerates.
 *
 * @param max how far in the future the time of an event may be, as in the topology ({@code clock.skew.max})
 */
public record ClockSkew(Duration max) {
    /** Why the topology will refuse an event that is published now; empty if its time is fine. */
    public Optional<InvalidEventException> problem(ChatEvent event) {
        if (event.at() <= System.currentTimeMillis() + max.toMillis()) {
            return Optional.empty();
        }
        return Optional.of(new InvalidEventException(
                RejectReason.IN_THE_FUTURE,
                "the event's time " + Rfc3339.format(event.at()) + " is more than " + Durations.format(max)
                        + " (clock.skew.max) in the future"));
    }
}
