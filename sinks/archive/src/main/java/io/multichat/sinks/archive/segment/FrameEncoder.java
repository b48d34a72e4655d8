package io.multichat.sinks.archive.segment;

import java.io.IOException;

/**
 * Compresses bytes to frames. Each frame is complete in itself, and more can follow in the same file. So a segment can be
 * closed and continued at any time, without a compressor of its own. Used by one thread.
 */
public interface FrameEncoder extends AutoCloseable {
    /** Compresses the first {@code length} bytes of {@code raw} to one frame. */
    byte[] encode(byte[] raw, int length) throws IOException;

    /** Frees native memory. */
    @Override
    void close();
}
