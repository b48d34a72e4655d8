package io.multichat.jobs.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The destination of an export. */
public interface ExportTarget {
    /** Writes the content of an export. */
    @FunctionalInterface
    interface Writing {
        /** @throws IOException when the stream fails */
        ExportReport to(OutputStream output) throws IOException;
    }

    /** A folder for the temporary database. Its disk needs room for a copy of the exported messages. */
    Path scratch();

    /**
     * Writes an export. On failure a file from an earlier export stays unchanged.
     *
     * @throws IOException when it cannot be written
     */
    ExportReport write(Writing writing) throws IOException;
}
