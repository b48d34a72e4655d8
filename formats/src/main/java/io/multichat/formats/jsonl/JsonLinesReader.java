package io.multichat.formats.jsonl;

import io.multichat.formats.EventPlace;
import io.multichat.formats.EventReader;
import io.multichat.formats.FileEvent;
import io.multichat.formats.text.LineBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads one event per line and returns its bytes unchanged, valid or not. Blank lines are skipped but counted. Used by one
 * thread.
 */
public final class JsonLinesReader implements EventReader {
    private final LineBytes lines;

    /**
     * Reads from a stream, which {@link #close()} closes.
     *
     * @param maxBytes the largest line whose bytes are returned, without its line break
     */
    public JsonLinesReader(InputStream input, int maxBytes) {
        this.lines = new LineBytes(input, maxBytes);
    }

    /** The next line that is not blank; empty at the end. */
    @Override
    public Optional<FileEvent> next() throws IOException {
        while (lines.next()) {
            if (lines.isTooLong()) {
                return Optional.of(event(Optional.empty()));
            }
            byte[] value = lines.bytes();
            if (!isBlank(value)) {
                return Optional.of(event(Optional.of(value)));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private FileEvent event(Optional<byte[]> value) {
        return new FileEvent(EventPlace.line(lines.number()), value);
    }

    private static boolean isBlank(byte[] value) {
        for (byte next : value) {
            if (next != ' ' && next != '\t') {
                return false;
            }
        }
        return true;
    }
}
