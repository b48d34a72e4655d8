package io.multichat.jobs.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A gzip stream that reports what follows its last member. {@link GZIPInputStream} ignores that, and so loses a member whose
 * header is cut. Zeros are allowed, because tapes pad files with them. Used by one thread.
 */
final class WholeGzipStream extends GZIPInputStream {
    private static final int TRAILER_BYTES = 8;

    /** @param input must return 0 from {@code available()} only at its end */
    WholeGzipStream(InputStream input, int bufferBytes) throws IOException {
        super(input, bufferBytes);
    }

    /** @throws IOException also at the end, if something other than zeros follows */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            requireNothingLeft();
        }
        return read;
    }

    private void requireNothingLeft() throws IOException {
        for (int i = len - inf.getRemaining() + TRAILER_BYTES; i < len; i++) {
            if (buf[i] != 0) {
                throw new IOException("Truncated gzip member, or other bytes after the last one");
            }
        }
    }
}
