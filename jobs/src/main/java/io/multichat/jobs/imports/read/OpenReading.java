package io.multichat.jobs.imports.read;

import io.multichat.formats.ChatFormat;
import io.multichat.formats.ChatReader;
import io.multichat.formats.ReadOptions;
import io.multichat.jobs.imports.source.OpenSource;
import java.io.IOException;
import java.util.Optional;

/**
 * A source that is about to be read: its format is known and it has not been refused.
 *
 * @param format its format
 * @param source closed with this reading
 * @param reader closed with this reading
 */
record OpenReading(ChatFormat format, OpenSource source, ChatReader reader) implements AutoCloseable {
    /**
     * Opens a source. Blocks until its beginning has arrived.
     *
     * @param source closed also when this fails
     * @param given its format; empty: it is recognized
     * @throws io.multichat.formats.UnrecognizedFileException when the source is not of the format
     * @throws IOException when the source cannot be read
     */
    static OpenReading of(OpenSource source, Optional<ChatFormat> given, ReadOptions options) throws IOException {
        OpenSource readable = source;
        boolean open = false;
        try {
            ChatFormat format = given.isPresent() ? given.get() : FormatChoice.of(source);
            readable = format.readsTwice() ? source.repeatable() : source;
            OpenReading reading = new OpenReading(format, readable, format.open(readable, options));
            open = true;
            return reading;
        } finally {
            if (!open) {
                readable.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        source.close();
    }
}
