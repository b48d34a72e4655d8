package io.multichat.server.request;

import io.multichat.events.text.WholeNumbers;
import io.multichat.server.context.ContextLimits;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parameters of a context.
 *
 * @param parameters all parameters of the request
 */
public record ContextParameters(Parameters parameters) {
    /** The names of the parameters. */
    public static final List<String> NAMES = DemandParameters.with(List.of(
            "conversation", "platform", "channel", "thread", "messages", "tokens", "charactersPerToken", "system"));

    private static final int DEFAULT_MESSAGES = 100;
    private static final double DEFAULT_CHARACTERS_PER_TOKEN = 4;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?");

    /** The limits; by default 100 messages and any number of tokens. */
    public ContextLimits limits() {
        return new ContextLimits(
                parameters
                        .text("messages")
                        .map(number -> Parameters.parsed("messages", number, WholeNumbers::parseInt))
                        .orElse(DEFAULT_MESSAGES),
                parameters
                        .text("tokens")
                        .map(number -> Parameters.parsed("tokens", number, WholeNumbers::parseLong))
                        .orElse(Long.MAX_VALUE),
                parameters
                        .text("charactersPerToken")
                        .map(number -> Parameters.parsed("charactersPerToken", number, ContextParameters::decimal))
                        .orElse(DEFAULT_CHARACTERS_PER_TOKEN),
                parameters
                        .text("system")
                        .map(value -> Parameters.parsed("system", value, ContextParameters::flag))
                        .orElse(false));
    }

    private static double decimal(String number) {
        if (!DECIMAL.matcher(number).matches()) {
            throw new IllegalArgumentException("it must be a decimal number such as 3.5");
        }
        return Double.parseDouble(number);
    }

    private static boolean flag(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("it must be true or false");
        }
        return value.equals("true");
    }
}
