package io.multichat.formats;

import java.io.IOException;
import java.util.List;

/**
 * Reads all of a source once. Memory is bounded, regardless of the size of the source: at most the names of its files, one
 * message, and a bounded window of hashes and of names. Used by one thread.
 */
public interface ChatReader extends AutoCloseable {
    /**
     * Passes on everything in the order of the source.
     *
     * @throws IOException when a file cannot be read to its end; what was passed on remains valid
     */
    void read(EventSink sink) throws IOException;

    /**
     * Readers that together read what this one reads. Each may be used by a thread of its own; closing this reader closes them.
     */
    default List<ChatReader> parts() {
        return List.of(this);
    }

    @Override
    void close() throws IOException;
}
