package io.multichat.app.command.option;

import io.multichat.formats.ChatFormat;
import io.multichat.formats.registry.FormatRegistry;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The value of {@code import --format}.
 *
 * @param format the format; empty: it is recognized
 */
public record ImportFormat(Optional<ChatFormat> format) {
    /** The value that stands for recognition. */
    public static final String AUTO = "auto";

    /** Converts the value, and lists the possible ones. */
    public static final class Converter implements CommandLine.ITypeConverter<ImportFormat>, Iterable<String> {
        @Override
        public ImportFormat convert(String name) {
            try {
                return new ImportFormat(
                        name.equals(AUTO) ? Optional.empty() : Optional.of(FormatRegistry.READERS.named(name)));
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(e.getMessage());
            }
        }

        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Stream.of(AUTO), FormatRegistry.READERS.names().stream())
                    .iterator();
        }
    }
}
