package io.multichat.sinks.archive;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** A setting that is a positive whole number with a unit, such as {@code 30s} or {@code 16MiB}. */
final class UnitNumber implements ConfigDef.Validator {
    /** Durations in milliseconds. */
    static final UnitNumber DURATION = new UnitNumber(
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L),
            "a duration such as 500ms, 30s, 30m, 24h or 7d");

    /** Sizes in bytes. */
    static final UnitNumber SIZE = new UnitNumber(
            Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30), "a size such as 64KiB or 16MiB");

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})([A-Za-z]+)");

    private final Map<String, Long> units;
    private final String rule;

    private UnitNumber(Map<String, Long> units, String rule) {
        this.units = units;
        this.rule = rule;
    }

    /** @throws ConfigException naming the setting, when the value is none or too large for 64 bits */
    long parse(String setting, String value) {
        Matcher parts = SHAPE.matcher(value);
        Long unit = parts.matches() ? units.get(parts.group(2)) : null;
        long number = unit == null ? 0 : Long.parseLong(parts.group(1));
        if (number < 1 || number > Long.MAX_VALUE / unit) {
            throw new ConfigException(setting, value, "must be " + rule + ", and more than 0");
        }
        return number * unit;
    }

    @Override
    public void ensureValid(String setting, Object value) {
        parse(setting, String.valueOf(value));
    }

    @Override
    public String toString() {
        return rule;
    }
}
