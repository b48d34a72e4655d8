package io.multichat.sinks.archive.chain;

import io.multichat.events.InvalidEventException;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.Folders;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentFile;
import io.multichat.sinks.archive.segment.SegmentLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * The segments that the manifests of an archive name, and their lines. Every call reads the disk again; an archive whose
 * folder does not exist has no segments. Opens nothing before the first call. Thread-safe.
 */
public final class CommittedSegments {
    private final ArchiveLayout layout;
    private final VerifiedFiles verified = new VerifiedFiles();
    // The last view of each chain, so that a call reads only newer manifests: kept in memory, one list of live
    // files per chain.
    private final Map<Path, ChainView> known = new ConcurrentHashMap<>();

    public CommittedSegments(ArchiveLayout layout) {
        this.layout = layout;
    }

    /** False when there is no archive yet. */
    public boolean exists() {
        return Files.isDirectory(layout.root());
    }

    /**
     * All segments of a kind.
     *
     * @throws ArchiveDamagedException when a chain of manifests is broken
     */
    public List<Segment> of(ArchiveKind kind) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (ChainView chain : chains()) {
            if (chain.kind() == kind) {
                TopicPartition source = chain.source();
                for (SegmentFile file : chain.state().live()) {
                    segments.add(new Segment(kind, source.topic(), source.partition(), file));
                }
            }
        }
        return segments;
    }

    /**
     * Opens a segment after checking that its file is the committed one.
     *
     * @throws ArchiveDamagedException when the file is missing or was changed
     */
    public SegmentLines open(Segment segment) throws IOException {
        Path file = layout.resolve(segment.file().path());
        try {
            return open(file, segment);
        } catch (NoSuchFileException e) {
            return openReplaced(file, segment);
        }
    }

    /** Passes every line of a segment to {@code reader}. */
    public void forEachLine(Segment segment, SegmentLineReader reader) throws IOException {
        try (SegmentLines lines = open(segment)) {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                reader.read(line.get());
            }
        }
    }

    /**
     * Decodes every line of a segment and passes the results to {@code consumer}.
     *
     * @param decoder throws IllegalArgumentException or InvalidEventException for a line that it cannot decode
     * @throws ArchiveDamagedException when {@code decoder} fails; exceptions of {@code consumer} pass unchanged
     */
    public <T> void forEach(Segment segment, Function<byte[], T> decoder, Consumer<T> consumer) throws IOException {
        forEachLine(segment, line -> consumer.accept(decode(segment, decoder, line)));
    }

    /**
     * The chains as they are on disk now.
     *
     * @throws ArchiveDamagedException when a chain of manifests is broken
     */
    public List<ChainView> chains() throws IOException {
        List<ChainView> chains = new ArrayList<>();
        for (Path folder : Folders.list(layout.chains())) {
            Optional<ChainView> chain =
                    ChainReader.read(new ChainFolder(folder), Optional.ofNullable(known.get(folder)));
            if (chain.isPresent()) {
                known.put(folder, chain.get());
                chains.add(chain.get());
            }
        }
        return chains;
    }

    private static <T> T decode(Segment segment, Function<byte[], T> decoder, byte[] line)
            throws ArchiveDamagedException {
        try {
            return decoder.apply(line);
        } catch (IllegalArgumentException | InvalidEventException e) {
            throw new ArchiveDamagedException(
                    segment.file().path() + " has a line that this version cannot read: " + e.getMessage(), e);
        }
    }

    private SegmentLines openReplaced(Path file, Segment segment) throws IOException {
        try {
            return open(layout.replaced(segment.file().path()), segment);
        } catch (NoSuchFileException e) {
            Optional<Segment> rest = SegmentRemainder.of(chains(), segment);
            if (rest.equals(Optional.of(segment))) {
                throw new ArchiveDamagedException(file + " is missing, but a manifest says that it was committed", e);
            }
            return rest.isPresent() ? open(rest.get()) : SegmentLines.none();
        }
    }

    private SegmentLines open(Path file, Segment segment) throws IOException {
        verified.require(file, segment.file().sha256());
        return new SegmentLines(file, segment);
    }
}
