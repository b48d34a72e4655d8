package io.multichat.jobs.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where an export goes. */
public interface ExportTarget {
    /** What writes an export. */
    @FunctionalInterface
    interface Writing {
        /** @throws IOException when the stream does not take it */
        ExportReport to(OutputStream output) throws IOException;
    }

    /** A folder on whose disk there is room for a temporary database. */
    Path scratch();

    /**
     * Lets an export be written. When it fails, a file of an earlier export is as it was.
     *
     * @throws IOException when it cannot be written
     */
    ExportReport write(Writing writing) throws IOException;
}
