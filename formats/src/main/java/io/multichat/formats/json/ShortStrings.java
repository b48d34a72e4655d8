package io.multichat.formats.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSON in UTF-8 whose strings are cut after {@link JsonElement#MAX_BYTES} and a little more, so that a parser can read over a
 * string of any length. A value with such a string is still too large. Used by one thread.
 */
final class ShortStrings extends FilterInputStream {
    /** Longer than an escape sequence, so that none is cut: {@code \}{@code u0041}. */
    private static final int ESCAPE_BYTES = 6;

    private boolean inString;
    private boolean escaped;
    private long length;
    private int sinceEscape;

    ShortStrings(InputStream input) {
        super(input);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int read = super.read(buffer, offset, count);
            if (read <= 0) {
                return read;
            }
            for (int i = offset; i < offset + read; i++) {
                if (keeps(buffer[i])) {
                    buffer[offset + kept++] = buffer[i];
                }
            }
        }
        return kept;
    }

    /** Takes the next byte; false if it is in the part of a string that is cut off. */
    private boolean keeps(byte next) {
        if (!inString) {
            inString = next == '"';
            length = 0;
            return true;
        }
        length++;
        sinceEscape = escaped || next == '\\' ? 0 : sinceEscape + 1;
        inString = escaped || next != '"';
        escaped = !escaped && next == '\\';
        return !inString || !isCut(next);
    }

    /** Cutting begins between two characters, and never ends within the string. */
    private boolean isCut(byte next) {
        if (length <= JsonElement.MAX_BYTES) {
            return false;
        }
        boolean between = next >= 0 && sinceEscape >= ESCAPE_BYTES;
        if (length < Long.MAX_VALUE / 2 && between) {
            length = Long.MAX_VALUE / 2;
        }
        return length >= Long.MAX_VALUE / 2;
    }
}
