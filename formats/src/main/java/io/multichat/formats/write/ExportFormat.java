package io.multichat.formats.write;

import java.io.IOException;
import java.io.OutputStream;

/** A format that can be exported. Stateless. */
public interface ExportFormat {
    /** The name of the format on the command line. */
    String name();

    /** How sessions are divided into files. */
    FileLayout layout();

    /**
     * Starts a file.
     *
     * @param output buffered; the caller flushes and closes it
     * @throws IOException when the beginning cannot be written
     */
    SessionWriter open(OutputStream output, FileStart start) throws IOException;

    /**
     * Writes the files that list what the other files contain, such as a page with links to them. Called once at the end of an
     * export to a folder; the default writes none.
     *
     * @throws IOException when a file cannot be written
     */
    default void writeLists(ExportContents contents, ListFiles files) throws IOException {}
}
