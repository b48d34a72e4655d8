package io.multichat.jobs.export.delivery;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** How files are compressed. */
public enum Compression {
    NONE(""),
    GZIP(".gz"),
    ZSTD(".zst");

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /** What is added to the name of a file. */
    public String suffix() {
        return suffix;
    }

    /** Writes content. */
    @FunctionalInterface
    public interface Content {
        /** @throws IOException when the stream fails */
        void to(OutputStream output) throws IOException;
    }

    /** Compresses content into a stream, which stays open. */
    public void write(OutputStream output, Content content) throws IOException {
        OutputStream compressed = to(new FilterOutputStream(output) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
        OutputStream buffered = new BufferedOutputStream(compressed, 1 << 16);
        content.to(buffered);
        buffered.close();
    }

    /** A stream that compresses into another one; the same bytes are always compressed to the same bytes. */
    OutputStream to(OutputStream output) throws IOException {
        return switch (this) {
            case NONE -> output;
            case GZIP -> new GZIPOutputStream(output, 1 << 16);
            case ZSTD -> new ZstdOutputStream(output).setChecksum(true);
        };
    }
}
