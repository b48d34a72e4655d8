package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds committed segments whose files others deleted or cut. Compares only names and sizes, so that it is cheap enough to be
 * repeated: the content of a file is checked when it is read.
 *
 * @param layout the paths of the archive
 * @param committed the segments that must exist
 */
public record MissingSegments(ArchiveLayout layout, CommittedSegments committed) {
    /**
     * The files that are missing or have another size than their manifest says, in the order of their chains.
     *
     * @throws io.multichat.sinks.archive.files.ArchiveDamagedException when a chain of manifests is broken
     */
    public List<Path> find() throws IOException {
        List<Path> missing = new ArrayList<>();
        for (ChainView chain : committed.chains()) {
            for (SegmentFile file : chain.state().live()) {
                Path path = layout.resolve(file.path());
                // A compaction may have replaced it since the chain was read.
                if (!isWhole(path, file) && !isWhole(layout.replaced(file.path()), file)) {
                    missing.add(path);
                }
            }
        }
        return missing;
    }

    private static boolean isWhole(Path path, SegmentFile file) throws IOException {
        try {
            return Files.size(path) == file.bytes();
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
