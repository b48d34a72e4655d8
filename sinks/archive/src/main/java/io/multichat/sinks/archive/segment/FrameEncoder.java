package io.multichat.sinks.archive.segment;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Compresses bytes to frames. Each frame is complete in itself, and more can follow in the same file. So a segment can be
 * closed and continued at any time, without a compressor of its own. Used by one thread.
 */
public interface FrameEncoder extends AutoCloseable {
    /**
     * Compresses the first {@code length} bytes of {@code raw} to one frame.
     *
     * @return the frame, valid until the next call
     */
    ByteBuffer encode(byte[] raw, int length) throws IOException;

    /** Frees native memory. */
    @Override
    void close();
}
