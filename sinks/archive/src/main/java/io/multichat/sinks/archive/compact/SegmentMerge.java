package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveFiles;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.read.CommittedSegments;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Compression;
import io.multichat.sinks.archive.segment.FrameBuffers;
import io.multichat.sinks.archive.segment.FrameEncoder;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentFile;
import io.multichat.sinks.archive.segment.SegmentWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes the lines of several segments into one, after checking each. Holds a frame in memory, and keeps two files open. */
record SegmentMerge(ArchiveLayout layout, ArchiveFiles files, CommittedSegments committed) {
    /**
     * Writes the merged segment, durably.
     *
     * @param sources of one day and topic-partition, in the order of their offsets
     * @param file where to
     * @param path what it will be called, relative to the archive's root
     * @throws ArchiveDamagedException when one of the sources is not what was committed
     */
    SegmentFile write(List<Segment> sources, Path file, String path) throws IOException {
        Compression compression = Compression.ofFile(path);
        try (FrameEncoder frames = compression.encoder()) {
            ArchiveStorage storage = new ArchiveStorage(layout, files, compression, frames, FrameBuffers.defaults());
            SegmentWriter merged = new SegmentWriter(file, storage);
            for (Segment source : sources) {
                merged.tally().add(source.file());
                committed.read(source, line -> merged.write(withLineBreak(line)));
            }
            return merged.finish(path);
        }
    }

    private static byte[] withLineBreak(byte[] line) {
        byte[] whole = Arrays.copyOf(line, line.length + 1);
        whole[line.length] = '\n';
        return whole;
    }
}
