package io.multichat.formats.found;

import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import java.time.Duration;
import java.util.Optional;

/**
 * The times of turns in files without times. Each conversation begins at the same time, so that a turn keeps its time, and its
 * derived id, when other conversations are added to the file.
 *
 * @param start the time of the first turn in UTC milliseconds
 * @param step the time between two turns in milliseconds
 */
public record TurnTimes(long start, long step) {
    private static final Duration STEP = Duration.ofSeconds(1);

    /** What {@code --start} and {@code --step} say. Without a start, the file is refused and this is empty. */
    public static Optional<TurnTimes> of(ChatFile file, FoundEvents events) {
        if (events.options().start().isEmpty()) {
            events.refused(
                    EventPlace.whole(file.name()),
                    "the turns have no times; give the time of the first one with --start");
            return Optional.empty();
        }
        if (events.options().step().isEmpty()) {
            events.assumed("Turns without times are one second apart; --step says otherwise.");
        }
        return Optional.of(new TurnTimes(
                events.options().start().get().toEpochMilli(),
                events.options().step().orElse(STEP).toMillis()));
    }

    /** The time of a turn, of which the first is 0. */
    long at(long turn) {
        return start + turn * step;
    }
}
