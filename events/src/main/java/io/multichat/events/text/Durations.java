package io.multichat.events.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text form of durations in settings and options: {@code 500ms}, {@code 30s}, {@code 30m}, {@code 24h}, {@code 7d}. */
public final class Durations {
    private static final Map<String, Long> UNITS_MS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Durations() {}

    /**
     * Parses a duration.
     *
     * @param text an integer and a unit; may be null
     * @return empty if the text has another form or its milliseconds do not fit 64 bits
     */
    public static Optional<Duration> parse(String text) {
        return UnitNumber.read(text, UNITS_MS).stream()
                .mapToObj(Duration::ofMillis)
                .findFirst();
    }

    /** Formats a duration in the largest exact unit, truncated to milliseconds. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : List.of("d", "h", "m", "s")) {
            long unitMs = UNITS_MS.get(unit);
            if (millis > 0 && millis % unitMs == 0) {
                return millis / unitMs + unit;
            }
        }
        return millis + "ms";
    }
}
