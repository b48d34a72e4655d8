package io.multichat.app.command.convert;

import io.multichat.app.settings.kind.DurationKind;
import java.time.Duration;
import picocli.CommandLine;

/** Converts a duration, written as in settings. */
public final class DurationConverter implements CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return DurationKind.ANY.parse(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new CommandLine.TypeConversionException("\"" + text + "\" is not a duration such as 30s or 5m");
        }
    }
}
