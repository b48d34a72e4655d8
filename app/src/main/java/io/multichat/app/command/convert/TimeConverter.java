package io.multichat.app.command.convert;

import io.multichat.events.text.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine;

/** Converts an RFC 3339 time, or a date, which stands for its first instant in UTC. */
public final class TimeConverter implements CommandLine.ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        boolean date = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        try {
            return Instant.ofEpochMilli(Rfc3339.parse(date ? text + "T00:00:00Z" : text));
        } catch (DateTimeException e) {
            throw new CommandLine.TypeConversionException(
                    "\"" + text + "\" is not a time such as 2026-01-31T09:30:00Z or a date such as 2026-01-31");
        }
    }
}
