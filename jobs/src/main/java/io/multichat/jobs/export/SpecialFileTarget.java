package io.multichat.jobs.export;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A FIFO, a device or another file that an export writes to and never replaces. Opening a FIFO blocks until it has a reader.
 *
 * @param file exists
 */
record SpecialFileTarget(Path file) implements ExportTarget {
    @Override
    public Path scratch() {
        return StreamTarget.TEMPORARY;
    }

    @Override
    public ExportReport write(Writing writing) throws IOException {
        try (OutputStream stream = new FileOutputStream(file.toFile())) {
            return new StreamTarget(stream).write(writing);
        }
    }
}
