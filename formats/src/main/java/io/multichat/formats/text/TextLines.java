package io.multichat.formats.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a text file. A line that is not valid UTF-8 is read as Windows-1252, the usual encoding of old logs. Used by one
 * thread.
 */
public final class TextLines implements AutoCloseable {
    /** The largest line that is read, in bytes; a chat message is much smaller. */
    public static final int MAX_BYTES = 1 << 20;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final LineBytes lines;
    /** Throws on malformed input, unlike the constructors of String. */
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    /**
     * One line.
     *
     * @param number counted from 1
     * @param text without its line break; the beginning of a line that is too long
     * @param tooLong true when the line is larger than the limit
     */
    public record Line(long number, String text, boolean tooLong) {}

    /** Reads from a stream, which {@link #close()} closes. */
    public TextLines(InputStream input) {
        this(input, MAX_BYTES);
    }

    /** @param maxBytes the largest line that is read, in bytes */
    public TextLines(InputStream input, int maxBytes) {
        this.lines = new LineBytes(input, maxBytes);
    }

    /** The next line, blank or not; empty at the end. */
    public Optional<Line> next() throws IOException {
        return lines.next()
                ? Optional.of(new Line(lines.number(), text(lines.bytes()), lines.isTooLong()))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private String text(byte[] bytes) {
        try {
            return utf8.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }
}
