package io.multichat.formats.markdown;

import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Markdown: a heading for each session, a quoted text for each message. */
public final class MarkdownFormat implements ExportFormat {
    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public FileLayout layout() {
        return FileLayout.stream("sessions", "md");
    }

    @Override
    public SessionWriter open(OutputStream output, FileStart start) throws IOException {
        return new MarkdownWriter(output);
    }
}
