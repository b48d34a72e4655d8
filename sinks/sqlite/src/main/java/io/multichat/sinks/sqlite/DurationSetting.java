package io.multichat.sinks.sqlite;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The rule for a setting that is a length of time, written {@code 500ms}, {@code 30s}, {@code 30m}, {@code 24h} or
 * {@code 7d}.
 *
 * @param longest the longest that is allowed
 */
record DurationSetting(Duration longest) implements ConfigDef.Validator {
    // Nine digits of days fit a Duration.
    private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    /** @throws ConfigException when the value is not written as a length of time, or too long */
    static Duration parse(String name, String value) {
        Matcher matcher = SYNTAX.matcher(value);
        if (!matcher.matches()) {
            throw new ConfigException(name, value, "write it as 500ms, 30s, 30m, 24h or 7d");
        }
        return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (value != null && parse(name, (String) value).compareTo(longest) > 0) {
            throw new ConfigException(name, value, "at most " + longest.toSeconds() + "s");
        }
    }

    @Override
    public String toString() {
        return "a duration such as 500ms, 30s or 30m, at most " + longest.toSeconds() + "s";
    }
}
