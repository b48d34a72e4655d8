package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatSource;
import java.io.IOException;
import java.util.List;

/** A source that holds a file open until it is closed. */
public interface OpenSource extends ChatSource, AutoCloseable {
    /**
     * A source whose files can be opened repeatedly: this one, or a temporary copy of a stream.
     *
     * @throws IOException when the copy cannot be written
     */
    default OpenSource repeatable() throws IOException {
        return this;
    }

    /** What the source does not say and was assumed when it was opened, one sentence each. */
    default List<String> assumptions() {
        return List.of();
    }

    @Override
    default void close() throws IOException {}
}
