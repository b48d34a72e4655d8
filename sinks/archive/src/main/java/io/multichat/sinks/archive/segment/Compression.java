package io.multichat.sinks.archive.segment;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The compression formats of segments. In each of them, complete frames may follow one another in one file. */
public enum Compression {
    ZSTD(".jsonl.zst"),
    GZIP(".jsonl.gz");

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /** The ending of segments' names, for example {@code .jsonl.zst}. */
    public String suffix() {
        return suffix;
    }

    /** A new encoder, which must be closed. */
    public FrameEncoder encoder() {
        return switch (this) {
            case ZSTD -> new ZstdFrames();
            case GZIP -> new GzipFrames();
        };
    }

    /**
     * All frames of a file as one stream.
     *
     * @param compressed must report correctly whether more bytes are available
     */
    InputStream decompress(InputStream compressed) throws IOException {
        return switch (this) {
            case ZSTD -> new ZstdInputStreamNoFinalizer(compressed);
            case GZIP -> new GZIPInputStream(compressed);
        };
    }

    /** The value of {@code archive.compression}, for example {@code zstd}. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> settingNames() {
        return Arrays.stream(values()).map(Compression::settingName).toList();
    }

    /**
     * The format of a segment.
     *
     * @throws ArchiveDamagedException when the path has no known ending
     */
    public static Compression ofFile(String path) throws ArchiveDamagedException {
        for (Compression compression : values()) {
            if (path.endsWith(compression.suffix)) {
                return compression;
            }
        }
        throw new ArchiveDamagedException("a manifest names " + path + ", which has no known compression");
    }
}
