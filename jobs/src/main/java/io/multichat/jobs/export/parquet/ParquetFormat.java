package io.multichat.jobs.export.parquet;

import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Parquet: a row for each message and event. */
public final class ParquetFormat implements ExportFormat {
    /** The name of the format. */
    public static final String NAME = "parquet";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FileLayout layout() {
        return new FileLayout(FileLayout.Order.SESSIONS, "messages", NAME, FileLayout.Kind.FIXED, 0);
    }

    /** @throws IOException when the driver of DuckDB is missing */
    @Override
    public SessionWriter open(OutputStream output, FileStart start) throws IOException {
        return ParquetWriter.open(output, start.scratch());
    }
}
