package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.text.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as people read them.
 *
 * @param zone the time zone in which they are printed
 */
public record TimeText(ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** The day, such as {@code Saturday, 31 January 2026}; empty if the field does not hold a time. */
    Optional<String> day(JsonNode object, String field) {
        return time(object, field).map(DAY::format);
    }

    /** The time of day, such as {@code 09:30:00}. */
    String clock(JsonNode object, String field) {
        return time(object, field).map(CLOCK::format).orElseGet(() -> SessionListText.text(object, field));
    }

    /** Date and time, such as {@code 2026-01-31 09:30:00}. */
    String full(JsonNode object, String field) {
        return time(object, field).map(FULL::format).orElseGet(() -> SessionListText.text(object, field));
    }

    private Optional<ZonedDateTime> time(JsonNode object, String field) {
        try {
            long millis = Rfc3339.parse(object.path(field).asText(""));
            return Optional.of(Instant.ofEpochMilli(millis).atZone(zone));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
