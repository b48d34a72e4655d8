package io.multichat.sinks.archive.segment;

import java.io.IOException;

/**
 * Compresses to frames: each is complete in itself and can be followed by others in one file. So a segment can be closed and
 * continued at any time, and no compressor has to be kept per segment. Used by one thread.
 */
public interface FrameEncoder extends AutoCloseable {
    /** One frame of the first {@code length} bytes of {@code raw}. */
    byte[] encode(byte[] raw, int length) throws IOException;

    /** Frees native memory. */
    @Override
    void close();
}
