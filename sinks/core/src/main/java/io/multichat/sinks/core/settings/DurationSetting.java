package io.multichat.sinks.core.settings;

import io.multichat.events.text.Durations;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The rule for a setting that is a duration, such as {@code 500ms}, {@code 30s}, {@code 30m}, {@code 24h} or {@code 7d}.
 *
 * @param shortest the shortest allowed duration
 * @param longest the longest allowed duration, at most {@link #UNLIMITED}
 */
public record DurationSetting(Duration shortest, Duration longest) implements ConfigDef.Validator {
    /** The longest duration that can be written: 64 bits of milliseconds. */
    public static final Duration UNLIMITED = Duration.ofMillis(Long.MAX_VALUE);

    /**
     * Parses a value of the setting.
     *
     * @throws ConfigException if the value breaks the rule; the message names the setting and the rule
     */
    public Duration parse(String name, Object value) {
        return Durations.parse(String.valueOf(value))
                .filter(duration -> duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0)
                .orElseThrow(() -> new ConfigException(name, value, "must be " + this));
    }

    @Override
    public void ensureValid(String name, Object value) {
        parse(name, value);
    }

    /** The rule in words, for error messages and documentation. */
    @Override
    public String toString() {
        return "a duration such as 500ms, 30s, 30m, 24h or 7d, from " + shortest.toMillis() + "ms to "
                + longest.toMillis() + "ms";
    }
}
