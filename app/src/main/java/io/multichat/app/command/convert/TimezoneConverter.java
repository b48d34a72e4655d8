package io.multichat.app.command.convert;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine;

/** Converts a time zone: the name of a region, {@code UTC}, or an offset. */
public final class TimezoneConverter implements CommandLine.ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new CommandLine.TypeConversionException(
                    "\"" + text + "\" is not a time zone such as Europe/Berlin, UTC or +02:00");
        }
    }
}
