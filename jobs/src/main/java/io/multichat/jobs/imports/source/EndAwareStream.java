package io.multichat.jobs.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * A stream whose {@link #available()} is 0 only at its end. {@link java.util.zip.GZIPInputStream} takes 0 for the end of the
 * file, but a pipe returns 0 whenever its writer is slower than its reader: the rest of a file of several gzip members would
 * be lost. Used by one thread.
 */
final class EndAwareStream extends PushbackInputStream {
    EndAwareStream(InputStream input) {
        super(input);
    }

    /** Blocks until the next byte or the end. */
    @Override
    public int available() throws IOException {
        int available = super.available();
        if (available > 0) {
            return available;
        }
        int next = read();
        if (next < 0) {
            return 0;
        }
        unread(next);
        return 1;
    }
}
