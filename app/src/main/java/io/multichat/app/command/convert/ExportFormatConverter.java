package io.multichat.app.command.convert;

import io.multichat.formats.write.ExportFormat;
import io.multichat.jobs.export.ExportFormats;
import java.util.Iterator;
import picocli.CommandLine;

/** Converts {@code export --format}, and lists its values. */
public final class ExportFormatConverter implements CommandLine.ITypeConverter<ExportFormat>, Iterable<String> {
    @Override
    public ExportFormat convert(String name) {
        try {
            return ExportFormats.ALL.named(name);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    @Override
    public Iterator<String> iterator() {
        return ExportFormats.ALL.names().iterator();
    }
}
