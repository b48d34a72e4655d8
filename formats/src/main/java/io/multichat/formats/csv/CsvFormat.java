package io.multichat.formats.csv;

import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Comma-separated values as in RFC 4180: a row for each message and event. */
public final class CsvFormat implements ExportFormat {
    @Override
    public String name() {
        return "csv";
    }

    @Override
    public FileLayout layout() {
        return FileLayout.stream("messages", "csv");
    }

    @Override
    public SessionWriter open(OutputStream output, FileStart start) throws IOException {
        return new CsvWriter(output);
    }
}
