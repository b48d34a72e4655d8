package io.multichat.sinks.core;

import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The rule for a setting that is a number of bytes above zero, written {@code 64KiB} or {@code 16MiB}. */
public record SizeSetting() implements ConfigDef.Validator {
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    /**
     * The size in bytes.
     *
     * @throws ConfigException naming the setting and the rule, when the value breaks it
     */
    public long parse(String name, Object value) {
        OptionalLong bytes = UnitNumber.read(value, UNITS);
        if (bytes.isEmpty() || bytes.getAsLong() == 0) {
            throw new ConfigException(name, value, "must be " + this);
        }
        return bytes.getAsLong();
    }

    @Override
    public void ensureValid(String name, Object value) {
        parse(name, value);
    }

    /** The rule in words, for errors and documentation. */
    @Override
    public String toString() {
        return "a size such as 512B, 64KiB, 16MiB or 1GiB, above 0B and within 64 bits";
    }
}
