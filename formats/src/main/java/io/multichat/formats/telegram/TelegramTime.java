package io.multichat.formats.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.text.WholeNumbers;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.WallClock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Telegram's times: in seconds, or in old files only in the local time of the exporter. */
final class TelegramTime {
    private static final int LOCAL_LENGTH = "2026-01-31T12:00:00".length();

    private final WallClock clock;

    TelegramTime(FoundEvents events) {
        this.clock = new WallClock(events);
    }

    /**
     * The time in {@code <field>_unixtime} or else {@code <field>}, in UTC milliseconds; empty if there is neither.
     *
     * @throws RefusedException when it is not a time
     */
    Optional<Long> millis(JsonNode message, String field) {
        String seconds = message.path(field + "_unixtime").asText("");
        String local = message.path(field).asText("");
        try {
            if (!seconds.isEmpty()) {
                return Optional.of(Math.multiplyExact(WholeNumbers.parseLong(seconds), 1_000L));
            }
            return local.isEmpty() ? Optional.empty() : Optional.of(millis(local));
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            throw new RefusedException(field + " is not a time");
        }
    }

    private long millis(String text) {
        return text.length() == LOCAL_LENGTH
                ? clock.millis(LocalDateTime.parse(text))
                : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }
}
