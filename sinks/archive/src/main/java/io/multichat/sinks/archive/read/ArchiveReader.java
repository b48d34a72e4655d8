package io.multichat.sinks.archive.read;

import io.multichat.events.InvalidEventException;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentLines;
import io.multichat.sinks.archive.segment.TranscriptLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads an archive. Believes manifests and nothing else: what lies in the visible folders and is not committed is not there.
 *
 * <p>Every call looks at the disk again and sees what was committed until then. Times are UTC milliseconds, from the first
 * included to the second excluded. Thread-safe; needs no more than to read the folder.
 */
public final class ArchiveReader {
    private final CommittedSegments committed;
    private final SnapshotDecoder snapshots = new SnapshotDecoder();

    /** @param root the archive's folder; if there is none, the archive is empty */
    public ArchiveReader(Path root) {
        committed =
                new CommittedSegments(new ArchiveLayout(root.toAbsolutePath().normalize()));
    }

    /**
     * The committed segments that may hold lines of that time: a segment holds one day.
     *
     * @throws ArchiveDamagedException when a chain of manifests is broken
     */
    public List<Segment> segments(ArchiveKind kind, long fromMs, long toMs) throws IOException {
        return committed.of(kind).stream()
                .filter(segment -> segment.overlaps(fromMs, toMs))
                .toList();
    }

    /**
     * Opens a segment, after checking that the file is what was committed: so no line of a damaged file is ever handed out, at the
     * price of reading the compressed file twice, the first time.
     *
     * @throws ArchiveDamagedException when the file is missing or was changed
     */
    public SegmentLines open(Segment segment) throws IOException {
        return committed.open(segment);
    }

    /** Hands over all lines of a segment, without their line breaks. */
    public void forEachLine(Segment segment, Consumer<byte[]> consumer) throws IOException {
        forEach(segment, Function.identity(), consumer);
    }

    /**
     * Hands over the accepted events placed in that time. The order is that of the topic within a segment, and none beyond.
     */
    public void forEachEvent(long fromMs, long toMs, Consumer<TranscriptLine> consumer) throws IOException {
        for (Segment segment : segments(ArchiveKind.TRANSCRIPT, fromMs, toMs)) {
            forEach(segment, TranscriptLine::decode, event -> {
                if (within(event.placement().sentAt(), fromMs, toMs)) {
                    consumer.accept(event);
                }
            });
        }
    }

    /** Hands over every version of the sessions whose T0 lies in that time, in no order. */
    public void forEachSnapshot(long fromMs, long toMs, Consumer<SessionSnapshot> consumer) throws IOException {
        for (Segment segment : segments(ArchiveKind.SESSIONS, fromMs, toMs)) {
            forEach(segment, snapshots::decode, snapshot -> {
                if (within(snapshot.sessionId().t0(), fromMs, toMs)) {
                    consumer.accept(snapshot);
                }
            });
        }
    }

    /**
     * The newest snapshot of every session whose T0 lies in that time, merged and deleted ones too. Holds one snapshot a
     * session in memory, whatever the number of versions and messages.
     */
    public Map<SessionId, SessionSnapshot> newestSnapshots(long fromMs, long toMs) throws IOException {
        Map<SessionId, SessionSnapshot> newest = new HashMap<>();
        forEachSnapshot(
                fromMs,
                toMs,
                snapshot -> newest.merge(
                        snapshot.sessionId(),
                        snapshot,
                        (one, other) -> one.version().compareTo(other.version()) >= 0 ? one : other));
        return newest;
    }

    // Only the decoder's complaints are about the archive.
    private <T> void forEach(Segment segment, Function<byte[], T> decoder, Consumer<T> consumer) throws IOException {
        try (SegmentLines lines = committed.open(segment)) {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                consumer.accept(decode(segment, decoder, line.get()));
            }
        }
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

    private static boolean within(long time, long fromMs, long toMs) {
        return time >= fromMs && time < toMs;
    }
}
