package io.multichat.sinks.core.settings;

import io.multichat.events.text.Sizes;
import java.util.OptionalLong;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The rule for a setting that is a number of bytes above zero, written {@code 64KiB} or {@code 16MiB}. */
public record SizeSetting() implements ConfigDef.Validator {
    /**
     * The size in bytes.
     *
     * @throws ConfigException naming the setting and the rule, when the value breaks it
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

    /** The rule in words, for errors and documentation. */
    @Override
    public String toString() {
        return "a size such as 512B, 64KiB, 16MiB or 1GiB, above 0B and within 64 bits";
    }
}
