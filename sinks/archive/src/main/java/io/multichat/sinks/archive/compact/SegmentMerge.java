package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveFiles;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Compression;
import io.multichat.sinks.archive.segment.FrameBuffers;
import io.multichat.sinks.archive.segment.FrameEncoder;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentFile;
import io.multichat.sinks.archive.segment.SegmentWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the lines of several segments into one, after checking each source. Holds one frame in memory and keeps two files
 * open.
 */
record SegmentMerge(ArchiveLayout layout, ArchiveFiles files, CommittedSegments committed) {
    /**
     * Writes the merged segment, durably.
     *
     * @param sources of one day and topic-partition, in the order of their offsets
     * @param file the file to write
     * @param path its final path, relative to the archive's root
     * @throws ArchiveDamagedException when a source differs from what was committed
     */
    SegmentFile write(List<Segment> sources, Path file, String path) throws IOException {
        Compression compression = Compression.ofFile(path);
        try (FrameEncoder frames = compression.encoder()) {
            ArchiveStorage storage = new ArchiveStorage(layout, files, compression, frames, FrameBuffers.defaults());
            SegmentWriter merged = new SegmentWriter(file, storage);
            for (Segment source : sources) {
                merged.tally().add(source.file());
                committed.forEachLine(source, merged::copy);
            }
            SegmentFile finished = merged.finish(path);
            files.sync(List.of(file));
            return finished;
        }
    }
}
