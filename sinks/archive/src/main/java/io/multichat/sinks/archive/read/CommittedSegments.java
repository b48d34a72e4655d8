package io.multichat.sinks.archive.read;

import io.multichat.events.InvalidEventException;
import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.chain.ChainReader;
import io.multichat.sinks.archive.chain.ChainView;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.Folders;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentFile;
import io.multichat.sinks.archive.segment.SegmentLines;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** The segments that manifests name, and their lines. Every question looks at the disk again. Thread-safe. */
public final class CommittedSegments {
    private final ArchiveLayout layout;
    private final VerifiedFiles verified = new VerifiedFiles();
    // What was read of each chain, so that only what is new is read again: a list of the live files.
    private final Map<Path, ChainView> known = new ConcurrentHashMap<>();

    public CommittedSegments(ArchiveLayout layout) {
        this.layout = layout;
    }

    /**
     * All segments of a kind.
     *
     * @throws ArchiveDamagedException when a chain of manifests is broken
     */
    List<Segment> of(ArchiveKind kind) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (Path folder : Folders.list(layout.chains())) {
            Optional<ChainView> chain =
                    ChainReader.read(new ChainFolder(folder), Optional.ofNullable(known.get(folder)));
            if (chain.isEmpty()) {
                continue;
            }
            known.put(folder, chain.get());
            if (chain.get().kind() == kind) {
                TopicPartition source = chain.get().source();
                for (SegmentFile file : chain.get().state().live()) {
                    segments.add(new Segment(kind, source.topic(), source.partition(), file));
                }
            }
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
        try {
            return open(file, segment);
        } catch (NoSuchFileException e) {
            return openReplaced(file, segment);
        }
    }

    private SegmentLines openReplaced(Path file, Segment segment) throws IOException {
        try {
            return open(layout.replaced(segment.file().path()), segment);
        } catch (NoSuchFileException e) {
            throw new ArchiveDamagedException(file + " is missing; a manifest says that it was committed", e);
        }
    }

    private SegmentLines open(Path file, Segment segment) throws IOException {
        verified.require(file, segment.file().sha256());
        return new SegmentLines(file, segment);
    }

    /** Hands over all lines of a segment. */
    public void read(Segment segment, LineReader reader) throws IOException {
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
