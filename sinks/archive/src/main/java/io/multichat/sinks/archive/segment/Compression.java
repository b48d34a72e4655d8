package io.multichat.sinks.archive.segment;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How segments are compressed. In both formats whole frames may follow each other in one file. */
public enum Compression {
    ZSTD(".jsonl.zst"),
    GZIP(".jsonl.gz");

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /** How names of segments end. */
    public String suffix() {
        return suffix;
    }

    public FrameEncoder encoder() {
        return switch (this) {
            case ZSTD -> new ZstdFrames();
            case GZIP -> new GzipFrames();
        };
    }

    /** All frames of a file as one stream; {@code compressed} must tell truly whether bytes are available. */
    InputStream decompress(InputStream compressed) throws IOException {
        return switch (this) {
            case ZSTD -> new ZstdInputStreamNoFinalizer(compressed);
            case GZIP -> new GZIPInputStream(compressed);
        };
    }

    /** The name in settings, for example {@code zstd}. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> settingNames() {
        return Arrays.stream(values()).map(Compression::settingName).toList();
    }

    /** @throws ArchiveDamagedException when no compression gives files such a name */
    public static Compression ofFile(String path) throws ArchiveDamagedException {
        for (Compression compression : values()) {
            if (path.endsWith(compression.suffix)) {
                return compression;
            }
        }
        throw new ArchiveDamagedException("a manifest names " + path + ", whose compression is not known");
    }
}
