package io.multichat.app.command.convert;

import io.multichat.events.text.WholeNumbers;
import picocli.CommandLine;

/** Converts a whole number of 32 bits. */
public final class WholeNumberConverter implements CommandLine.ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        try {
            return WholeNumbers.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException("\"" + text + "\"; " + e.getMessage());
        }
    }
}
