package io.multichat.formats.jsonl;

import io.multichat.formats.EventPlace;
import io.multichat.formats.EventReader;
import io.multichat.formats.FileEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads one event per line and returns its bytes unchanged, valid or not. A line ends with LF or CR LF. Blank lines are
 * skipped but counted. A byte-order mark at the start of the file is removed. Used by one thread.
 */
public final class JsonLinesReader implements EventReader {
    private static final String UNIT = "line";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream input;
    private final int maxBytes;
    private final byte[] buffer = new byte[64 << 10];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
    private int from;
    private int to;
    private long length;
    private long number;

    /**
     * Reads from a stream, which {@link #close()} closes.
     *
     * @param maxBytes the largest line whose bytes are returned, without its line break
     */
    public JsonLinesReader(InputStream input, int maxBytes) {
        this.input = input;
        this.maxBytes = maxBytes;
    }

    /** The next line that is not blank; empty at the end. */
    @Override
    public Optional<FileEvent> next() throws IOException {
        while (readLine()) {
            number++;
            byte[] value = content();
            if (length > maxBytes) {
                return Optional.of(event(Optional.empty()));
            }
            if (!isBlank(value)) {
                return Optional.of(event(Optional.of(value)));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private FileEvent event(Optional<byte[]> value) {
        return new FileEvent(new EventPlace(UNIT, number), value);
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

    private byte[] content() {
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

    private static boolean isBlank(byte[] value) {
        for (byte next : value) {
            if (next != ' ' && next != '\t') {
                return false;
            }
        }
        return true;
    }
}
