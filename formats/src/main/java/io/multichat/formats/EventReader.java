package io.multichat.formats;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads the events of one file, one after another, in the order of the file. Memory is bounded, regardless of the size of the
 * file or of a single event. Used by one thread.
 */
public interface EventReader extends AutoCloseable {
    /**
     * The next event; empty at the end of the file.
     *
     * @throws IOException when the file cannot be read or is not of this format
     */
    Optional<FileEvent> next() throws IOException;

    @Override
    void close() throws IOException;
}
