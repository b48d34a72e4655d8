package io.multichat.jobs.imports.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of a zip entry, unless it is a zip bomb. Used by one thread. */
final class BoundedInflation extends FilterInputStream {
    /** Chat is compressed to a tenth, seldom to a hundredth. */
    private static final long MAX_RATIO = 300;

    /** A small entry may have any ratio: it does no harm. */
    private static final long MIN_BYTES = 64 << 20;

    private final long max;
    private long inflated;

    /** @param compressed the size of the entry in the zip; below 0 when it is unknown */
    BoundedInflation(InputStream input, long compressed) {
        super(input);
        this.max = Math.max(MIN_BYTES, compressed * MAX_RATIO);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws IOException also when the entry has become more than 300 times as large */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        inflated += Math.max(0, count);
        if (inflated > max) {
            throw new IOException(
                    "the entry is more than " + MAX_RATIO + " times as large as in the zip; it looks like a zip bomb");
        }
        return count;
    }
}
