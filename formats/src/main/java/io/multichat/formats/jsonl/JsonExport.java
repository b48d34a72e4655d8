package io.multichat.formats.jsonl;

import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/** One JSON document: an array of the records that {@link JsonLinesExport} writes line by line. */
public final class JsonExport implements ExportFormat {
    private static final ExportRecords.Frame ARRAY = new ExportRecords.Frame("[\n", ",\n", "\n]\n");

    @Override
    public String name() {
        return "json";
    }

    @Override
    public FileLayout layout() {
        return FileLayout.stream("sessions", "json");
    }

    @Override
    public SessionWriter open(OutputStream output, FileStart start) throws IOException {
        return new ExportRecords(output, start, ARRAY);
    }
}
