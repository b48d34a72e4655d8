package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Standard input or a pipe.
 *
 * @param name what the user called it
 * @param file its content
 */
record StreamSource(String name, StreamFile file) implements OpenSource {
    /**
     * Opens a stream; a zip is copied to a temporary file, because its directory is at its end. Blocks until the first bytes
     * arrive.
     *
     * @throws IOException when the beginning cannot be read, or the copy cannot be written
     */
    static OpenSource of(String name, InputStream raw) throws IOException {
        BufferedInputStream input = new BufferedInputStream(raw);
        if (OpenZip.isMagic(Decompression.magic(input))) {
            return TemporaryCopy.of(input, name);
        }
        return new StreamSource(name, new StreamFile(Decompression.of(input)));
    }

    @Override
    public boolean isCollection() {
        return false;
    }

    @Override
    public List<ChatFile> files() {
        return List.of(file);
    }

    @Override
    public OpenSource repeatable() throws IOException {
        return TemporaryCopy.of(file.open(), name);
    }
}
