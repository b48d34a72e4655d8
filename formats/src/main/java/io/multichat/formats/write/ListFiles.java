package io.multichat.formats.write;

import java.io.IOException;
import java.io.OutputStream;

/** Creates the files of an export that list its contents. */
@FunctionalInterface
public interface ListFiles {
    /** Writes one file. */
    @FunctionalInterface
    interface Writing {
        /** @throws IOException when the file cannot be written */
        void to(OutputStream output) throws IOException;
    }

    /**
     * Creates a file.
     *
     * @param path its path in the export, with its extension; made only of names that are safe
     * @throws IOException when it cannot be written
     */
    void create(String path, Writing writing) throws IOException;
}
