package io.multichat.jobs.imports.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that reports its position after each read. Used by one thread. */
final class CountedStream extends FilterInputStream {
    private final LongConsumer position;
    private long count;

    /** @param position receives the number of bytes read so far */
    CountedStream(InputStream input, LongConsumer position) {
        super(input);
        this.position = position;
    }

    /** Number of bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count += read;
            position.accept(count);
        }
        return read;
    }

    /** False, because a position would be reported twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
