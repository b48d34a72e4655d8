package io.multichat.sinks.core.settings;

import io.multichat.events.text.Sizes;
import java.util.OptionalLong;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The rule for a setting that is a size above zero, such as {@code 64KiB} or {@code 16MiB}. */
public record SizeSetting() implements ConfigDef.Validator {
    /**
     * Parses a value of the setting to bytes.
     *
     * @throws ConfigException if the value breaks the rule; the message names the setting and the rule
     */
    public long parse(String name, Object value) {
        OptionalLong bytes = Sizes.parse(String.valueOf(value));
        if (bytes.isEmpty() || bytes.getAsLong() == 0) {
            throw new ConfigException(name, value, "must be " + this);
        }
        return bytes.getAsLong();
    }

    @Override
    public void ensureValid(String name, Object value) {
        parse(name, value);
    }

    /** The rule in words, for error messages and documentation. */
    @Override
    public String toString() {
        return "a size above 0B, such as 512B, 64KiB, 16MiB or 1GiB, that fits in 64 bits";
    }
}
