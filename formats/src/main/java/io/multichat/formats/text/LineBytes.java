package io.multichat.formats.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as bytes, without their line breaks. A line ends with LF or CR LF. A byte-order mark at the start of the
 * stream is removed. Memory is bounded, regardless of the length of a line. Used by one thread.
 */
public final class LineBytes implements AutoCloseable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream input;
    private final int maxBytes;
    private final byte[] buffer = new byte[64 << 10];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
    private int from;
    private int to;
    private long length;
    private long number;
    private byte[] content = new byte[0];

    /**
     * Reads from a stream, which {@link #close()} closes.
     *
     * @param maxBytes the largest line whose bytes are kept
     */
    public LineBytes(InputStream input, int maxBytes) {
        this.input = input;
        this.maxBytes = maxBytes;
    }

    /**
     * Moves to the next line, blank or not.
     *
     * @return false at the end of the stream
     */
    public boolean next() throws IOException {
        if (!readLine()) {
            return false;
        }
        number++;
        content = stripped();
        return true;
    }

    /** The number of the current line, counted from 1. */
    public long number() {
        return number;
    }

    /** The current line; its beginning when it {@link #isTooLong()}. */
    public byte[] bytes() {
        return content;
    }

    /** True when the current line is longer than the limit. */
    public boolean isTooLong() {
        return length > maxBytes;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /** Reads up to the next line feed; false at the end of the stream. */
    private boolean readLine() throws IOException {
        line.reset();
        length = 0;
        boolean any = false;
        while (from < to || fill()) {
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            keep(end - from);
            boolean complete = end < to;
            from = complete ? end + 1 : end;
            if (complete) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, input.read(buffer, 0, buffer.length));
        return to > 0;
    }

    /**
     * Keeps the next bytes while the line is small enough, with a few extra for the CR and the byte-order mark that are
     * removed later.
     */
    private void keep(int count) {
        length += count;
        int room = maxBytes + 1 + BYTE_ORDER_MARK.length - line.size();
        line.write(buffer, from, Math.min(count, room));
    }

    private byte[] stripped() {
        byte[] bytes = line.toByteArray();
        boolean marked = number == 1
                && bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        int start = marked ? BYTE_ORDER_MARK.length : 0;
        int end = length == bytes.length && bytes.length > start && bytes[bytes.length - 1] == '\r'
                ? bytes.length - 1
                : bytes.length;
        length -= bytes.length - (end - start);
        return Arrays.copyOfRange(bytes, start, end);
    }
}
