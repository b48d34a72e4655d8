package io.multichat.formats.jsonl;

import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one record per line. The first line names the version, and the last one marks the file as complete. */
final class JsonLinesWriter implements SessionWriter {
    private final ExportRecords records;

    /** @param output buffered; never closed here */
    JsonLinesWriter(OutputStream output, FileStart start) throws IOException {
        records = new ExportRecords(output, "\n");
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
    }
}
