package io.multichat.formats.html;

import io.multichat.formats.write.ExportContents;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.ListFiles;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Web pages. */
public final class HtmlFormat implements ExportFormat {
    static final String NAME = "html";

    /** The largest number of messages on a page. Browsers stay fast up to about this number. */
    public static final long MESSAGES_PER_PAGE = 5_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FileLayout layout() {
        return new FileLayout(
                FileLayout.Order.SESSIONS,
                "{platform}/{channel}/{date}-{session}",
                NAME,
                FileLayout.Kind.PAGES,
                MESSAGES_PER_PAGE);
    }

    @Override
    public SessionWriter open(OutputStream output, FileStart start) {
        return new SessionPage(output, start);
    }

    @Override
    public void writeLists(ExportContents contents, ListFiles files) throws IOException {
        new IndexPages(files).write(contents);
    }
}
