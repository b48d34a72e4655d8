package io.multichat.sinks.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Accepts durations as Multichat writes them: {@code 500ms}, {@code 30s}, {@code 30m}, {@code 24h}, {@code 7d}. */
final class DurationSetting implements ConfigDef.Validator {
    // Nine digits of days still fit the milliseconds of a long.
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    @Override
    public void ensureValid(String name, Object value) {
        if (read(value).isEmpty()) {
            throw new ConfigException(
                    name, value, "a duration above zero such as 500ms, 30s, 30m, 24h or 7d is needed");
        }
    }

    /** @param text one that {@link #ensureValid} accepts */
    static Duration parse(String text) {
        return read(text).orElseThrow();
    }

    @Override
    public String toString() {
        return "a duration such as 500ms, 30s, 30m, 24h or 7d";
    }

    private static Optional<Duration> read(Object value) {
        Matcher shape = SHAPE.matcher(String.valueOf(value).trim());
        if (!shape.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(shape.group(1));
        Duration duration = switch (shape.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        return Optional.of(duration).filter(found -> !found.isZero());
    }
}
