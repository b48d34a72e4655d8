package io.multichat.formats.openai;

import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import java.io.OutputStream;

/** Chats for fine-tuning: a line for each session. */
public final class OpenAiExport implements ExportFormat {
    @Override
    public String name() {
        return OpenAiFormat.NAME;
    }

    @Override
    public FileLayout layout() {
        return FileLayout.stream("chats", "jsonl");
    }

    @Override
    public SessionWriter open(OutputStream output, FileStart start) {
        return new OpenAiWriter(output, start.options().assistant());
    }
}
