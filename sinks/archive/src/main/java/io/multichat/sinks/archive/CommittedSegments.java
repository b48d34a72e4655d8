package io.multichat.sinks.archive;

import io.multichat.events.InvalidEventException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The segments that manifests name, and their lines. Every question looks at the disk again. Thread-safe. */
final class CommittedSegments {
    private final ArchiveLayout layout;
    private final VerifiedFiles verified = new VerifiedFiles();

    CommittedSegments(ArchiveLayout layout) {
        this.layout = layout;
    }

    /**
     * All segments of a kind; those of a topic-partition in the order of their offsets, per day.
     *
     * @throws ArchiveDamagedException when a chain of manifests is broken
     */
    List<Segment> of(ArchiveKind kind) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (Path chain : Folders.list(layout.chains())) {
            ChainReader.forEach(chain, manifest -> {
                for (SegmentFile file : manifest.kind() == kind ? manifest.files() : List.<SegmentFile>of()) {
                    segments.add(new Segment(
                            kind, manifest.source().topic(), manifest.source().partition(), file));
                }
            });
        }
        return segments;
    }

    /**
     * Opens a segment whose file is what was committed.
     *
     * @throws ArchiveDamagedException when the file is missing or was changed
     */
    SegmentLines open(Segment segment) throws IOException {
        Path file = layout.resolve(segment.file().path());
        verified.require(file, segment.file().sha256());
        return new SegmentLines(file, segment);
    }

    /** Hands over all lines of a segment. */
    void read(Segment segment, LineReader reader) throws IOException {
        try (SegmentLines lines = open(segment)) {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                reader.line(line.get());
            }
        } catch (IllegalArgumentException | InvalidEventException e) {
            throw new ArchiveDamagedException(
                    segment.file().path() + " has a line that this version cannot read: " + e.getMessage(), e);
        }
    }
}
