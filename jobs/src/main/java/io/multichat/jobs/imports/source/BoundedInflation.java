package io.multichat.jobs.imports.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** The content of a compressed file, unless it is a zip bomb. Used by one thread. */
final class BoundedInflation extends FilterInputStream {
    /** Chat is compressed to a tenth, seldom to a hundredth. */
    private static final long MAX_RATIO = 300;

    /** A small file may have any ratio: it does no harm. */
    private static final long MIN_BYTES = 64 << 20;

    private final LongSupplier compressed;
    private long inflated;

    /** @param compressed number of compressed bytes that were read at least for what was returned so far */
    BoundedInflation(InputStream input, LongSupplier compressed) {
        super(input);
        this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws IOException also when the content has become more than 300 times as large */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        inflated += Math.max(0, count);
        if (inflated > MIN_BYTES && inflated > MAX_RATIO * compressed.getAsLong()) {
            throw new IOException("it is more than " + MAX_RATIO
                    + " times as large as its compressed form, so it looks like a zip bomb; if it is not, decompress it and"
                    + " import the result");
        }
        return count;
    }
}
