package io.multichat.jobs.imports.source;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decompresses a stream whose first bytes are those of gzip or zstd, unless it is a zip bomb. */
final class Decompression {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int MAGIC_BYTES = 4;
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int ZSTD_MAGIC = 0x28B52FFD;
    /** A zstd file may begin with frames to skip, {@code 5x 2A 4D 18}. */
    private static final int ZSTD_SKIPPABLE = 0x502A4D18;

    private static final int ZSTD_SKIPPABLE_MASK = 0xF0FFFFFF;

    private Decompression() {}

    /**
     * The content of a stream, buffered. Blocks until the first bytes arrive.
     *
     * @throws IOException when the beginning cannot be read; the stream is not closed then
     */
    static InputStream of(InputStream file) throws IOException {
        CountedStream compressed = new CountedStream(file, position -> {});
        BufferedInputStream input = new BufferedInputStream(compressed, BUFFER_BYTES);
        int magic = magic(input);
        if (magic >>> 16 == GZIP_MAGIC) {
            return new BoundedInflation(
                    new WholeGzipStream(new EndAwareStream(input), BUFFER_BYTES), compressed::count);
        }
        boolean zstd = magic == ZSTD_MAGIC || (magic & ZSTD_SKIPPABLE_MASK) == ZSTD_SKIPPABLE;
        return zstd ? new BoundedInflation(new ZstdInputStreamNoFinalizer(input), compressed::count) : input;
    }

    /** The first four bytes, the first one highest; a missing byte is 0. */
    static int magic(BufferedInputStream input) throws IOException {
        input.mark(MAGIC_BYTES);
        int magic = 0;
        boolean more = true;
        for (int i = 0; i < MAGIC_BYTES; i++) {
            int next = more ? input.read() : -1;
            more = next >= 0;
            magic = magic << 8 | (more ? next : 0);
        }
        input.reset();
        return magic;
    }
}
