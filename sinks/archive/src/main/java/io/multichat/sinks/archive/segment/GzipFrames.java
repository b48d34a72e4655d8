package io.multichat.sinks.archive.segment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Members of a gzip file, each with a checksum. */
final class GzipFrames implements FrameEncoder {
    @Override
    public ByteBuffer encode(byte[] raw, int length) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(Math.max(64, length / 4));
        try (GZIPOutputStream gzip = new GZIPOutputStream(frame)) {
            gzip.write(raw, 0, length);
        }
        return ByteBuffer.wrap(frame.toByteArray());
    }

    @Override
    public void close() {
        // No memory is kept between frames.
    }
}
