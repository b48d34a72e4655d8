package io.multichat.sinks.archive.segment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Members of a gzip file, each with a checksum. */
final class GzipFrames implements FrameEncoder {
    @Override
    public byte[] encode(byte[] raw, int length) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(Math.max(64, length / 4));
        try (GZIPOutputStream gzip = new GZIPOutputStream(frame)) {
            gzip.write(raw, 0, length);
        }
        return frame.toByteArray();
    }

    @Override
    public void close() {
        // No memory is kept between frames.
    }
}
