package io.multichat.formats.mattermost;

import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/** The lines of a bulk export. A post contains the replies of its thread. */
public final class BulkExport implements ExportFormat {
    @Override
    public String name() {
        return MattermostFormat.NAME;
    }

    @Override
    public FileLayout layout() {
        return FileLayout.stream("mattermost", "jsonl");
    }

    @Override
    public SessionWriter open(OutputStream output, FileStart start) throws IOException {
        return new BulkWriter(output, start.contents().orElseThrow());
    }
}
