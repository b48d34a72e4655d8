package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.segment.Compression;
import io.multichat.sinks.archive.segment.SegmentFile;
import io.multichat.sinks.archive.segment.ZstdFrameCounts;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds segments whose frames hold so few lines that they compress badly. A task writes such frames only when it has too little
 * memory for all of its days; the first versions wrote them for most backfills.
 *
 * @param layout the paths of the archive
 */
record TinyFrames(ArchiveLayout layout) {
    /** Beyond this many bytes of lines, a larger frame compresses little better. */
    static final int TINY_BYTES = 16 << 10;

    /**
     * The segments with tiny frames. Only those in zstd are examined: the frames of gzip are found only by decompressing them.
     *
     * @param live segments of a chain
     */
    Set<SegmentFile> among(List<SegmentFile> live) throws IOException {
        Set<SegmentFile> tiny = new HashSet<>();
        for (SegmentFile file : live) {
            if (Compression.ofFile(file.path()) == Compression.ZSTD && hasTinyFrames(file)) {
                tiny.add(file);
            }
        }
        return tiny;
    }

    private boolean hasTinyFrames(SegmentFile file) throws IOException {
        try {
            Optional<ZstdFrameCounts> counts = ZstdFrameCounts.of(layout.resolve(file.path()));
            return counts.isPresent()
                    && counts.get().frames() > 1
                    && counts.get().averageBytes() < TINY_BYTES;
        } catch (NoSuchFileException e) {
            // Missing; whoever reads it says so.
            return false;
        }
    }
}
