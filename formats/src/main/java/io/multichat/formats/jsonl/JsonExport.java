package io.multichat.formats.jsonl;

import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.JsonFile;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/** One JSON document: an array of the records that {@link JsonLinesExport} writes line by line. */
public final class JsonExport implements ExportFormat {
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
        return new ArrayWriter(output, start);
    }

    private static final class ArrayWriter implements SessionWriter {
        private final JsonFile file;
        private final ExportRecords records;

        ArrayWriter(OutputStream output, FileStart start) throws IOException {
            file = new JsonFile(output);
            records = new ExportRecords(output, ",\n");
            file.raw("[\n");
            records.manifest(start);
        }

        @Override
        public void session(ExportedSession session) throws IOException {
            records.session(session);
        }

        @Override
        public void message(ExportedMessage message) throws IOException {
            records.message(message);
        }

        @Override
        public void event(ExportedEvent event) throws IOException {
            records.event(event);
        }

        @Override
        public void complete(FileCounts counts) throws IOException {
            records.complete(counts);
            file.raw("]\n");
        }
    }
}
