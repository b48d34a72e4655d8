package io.multichat.app.command.option;

import io.multichat.formats.SessionWriter;
import io.multichat.formats.registry.FormatRegistry;
import java.util.Iterator;
import picocli.CommandLine;

/** Converts {@code export --format}, and lists its values. */
public final class ExportFormat implements CommandLine.ITypeConverter<SessionWriter.Opener>, Iterable<String> {
    @Override
    public SessionWriter.Opener convert(String name) {
        try {
            return FormatRegistry.WRITERS.named(name);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    @Override
    public Iterator<String> iterator() {
        return FormatRegistry.WRITERS.names().iterator();
    }
}
