package io.multichat.jobs.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A stream, such as standard output; left open. A failed export has written part of its content, without the {@code complete}
 * line at the end.
 *
 * @param stream not a {@code PrintStream}, which hides write errors
 */
public record StreamTarget(OutputStream stream) implements ExportTarget {
    /** The folder of temporary files of this machine. */
    static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private static final int BUFFER_BYTES = 256 << 10;

    @Override
    public Path scratch() {
        return TEMPORARY;
    }

    @Override
    public ExportReport write(Writing writing) throws IOException {
        OutputStream output = new BufferedOutputStream(stream, BUFFER_BYTES);
        ExportReport report = writing.to(output);
        output.flush();
        return report;
    }
}
