package io.multichat.sinks.archive.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Zstandard frames with a checksum. */
final class ZstdFrames implements FrameEncoder {
    private static final int LEVEL = 3;

    // Kept between frames, because allocating it costs more than compressing a small frame.
    private final ZstdCompressCtx context =
            new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true);

    /** Kept like the context. */
    private byte[] frame = new byte[0];

    @Override
    public ByteBuffer encode(byte[] raw, int length) throws IOException {
        int longest = Math.toIntExact(Zstd.compressBound(length));
        if (frame.length < longest) {
            frame = new byte[longest];
        }
        try {
            int size = context.compressByteArray(frame, 0, frame.length, raw, 0, length);
            return ByteBuffer.wrap(frame, 0, size);
        } catch (ZstdException e) {
            throw new IOException("zstd failed to compress a frame of " + length + " bytes", e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
