package io.multichat.app.command.option;

import io.multichat.events.text.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine;

/** Reads a time of RFC 3339, or a date, which means its beginning in UTC. */
public final class TimeConverter implements CommandLine.ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        boolean date = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        try {
            return Instant.ofEpochMilli(Rfc3339.parse(date ? text + "T00:00:00Z" : text));
        } catch (DateTimeException e) {
            throw new CommandLine.TypeConversionException(
                    "\"" + text + "\" is not a time such as 2026-01-31T09:30:00Z, nor a date such as 2026-01-31");
        }
    }
}
