package io.multichat.app.command.option;

import io.multichat.formats.EventReader;
import io.multichat.formats.registry.FormatRegistry;
import java.util.Iterator;
import picocli.CommandLine;

/** Converts {@code import --format}, and lists its values. */
public final class ImportFormat implements CommandLine.ITypeConverter<EventReader.Opener>, Iterable<String> {
    @Override
    public EventReader.Opener convert(String name) {
        try {
            return FormatRegistry.READERS.named(name);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    @Override
    public Iterator<String> iterator() {
        return FormatRegistry.READERS.names().iterator();
    }
}
