package io.multichat.app.settings.kind;

import io.multichat.events.text.WholeNumbers;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * A setting of a sink connector. The connector's own definition decides which values are valid; the value stays text, because
 * it is passed to the connector as text.
 *
 * @param definition the setting as the connector defines it
 */
public record ConnectorKind(ConfigDef.ConfigKey definition) implements ValueKind<String> {
    private static final Set<ConfigDef.Type> WHOLE_NUMBERS =
            EnumSet.of(ConfigDef.Type.SHORT, ConfigDef.Type.INT, ConfigDef.Type.LONG);
    private static final Pattern AT_LEAST = Pattern.compile("\\[(-?\\d+),\\.\\.\\.]");
    private static final Pattern ONE_OF = Pattern.compile("\\[([a-z-]+(?:, [a-z-]+)+)]");

    @Override
    public String parse(String text) {
        if (WHOLE_NUMBERS.contains(definition.type)) {
            // Kafka also accepts the digits of other scripts.
            WholeNumbers.parseLong(text);
        }
        try {
            Object value = ConfigDef.parseType(definition.name, text, definition.type);
            if (definition.validator != null) {
                definition.validator.ensureValid(definition.name, value);
            }
            return text;
        } catch (ConfigException e) {
            throw new IllegalArgumentException("refused by the connector", e);
        }
    }

    /** {@inheritDoc} A connector's validators describe themselves by {@code toString()}. */
    @Override
    public String rule() {
        if (definition.validator == null) {
            return definition.type == ConfigDef.Type.BOOLEAN ? "true or false" : "";
        }
        if (definition.validator instanceof ConfigDef.NonEmptyString) {
            return "a non-empty text";
        }
        String rule = definition.validator.toString();
        Matcher atLeast = AT_LEAST.matcher(rule);
        if (atLeast.matches()) {
            return "a whole number of at least " + atLeast.group(1);
        }
        Matcher oneOf = ONE_OF.matcher(rule);
        return oneOf.matches() ? "one of " + oneOf.group(1) : rule;
    }
}
