package io.multichat.formats.jsonl;

import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/** JSON Lines: one record per line, which keeps every byte of the events. */
public final class JsonLinesExport implements ExportFormat {
    private static final ExportRecords.Frame LINES = new ExportRecords.Frame("", "\n", "\n");

    @Override
    public String name() {
        return JsonLinesFormat.NAME;
    }

    @Override
    public FileLayout layout() {
        return FileLayout.stream("sessions", "jsonl");
    }

    @Override
    public SessionWriter open(OutputStream output, FileStart start) throws IOException {
        return new ExportRecords(output, start, LINES);
    }
}
