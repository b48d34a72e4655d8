package io.multichat.sinks.archive.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.chain.MissingSegments;
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
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads whole time ranges of an archive. Trusts only manifests and ignores files that no manifest names.
 *
 * <p>Every call reads the disk again and sees everything committed so far. Times are UTC milliseconds; the first is included,
 * the second is not. An archive whose folder does not exist is empty. Needs read access only. Thread-safe.
 */
public final class ArchiveReader {
    private final CommittedSegments committed;
    private final MissingSegments missing;
    private final SnapshotDecoder snapshots = new SnapshotDecoder();

    /** @param root the archive's folder, which need not exist */
    public ArchiveReader(Path root) {
        ArchiveLayout layout = new ArchiveLayout(root);
        committed = new CommittedSegments(layout);
        missing = new MissingSegments(layout, committed);
    }

    /**
     * The committed segments that may hold lines of a time range. Each segment holds lines of one UTC day.
     *
     * @throws ArchiveDamagedException when a chain of manifests is broken
     */
    public List<Segment> segments(ArchiveKind kind, long fromMs, long toMs) throws IOException {
        return committed.of(kind).stream()
                .filter(segment -> segment.overlaps(fromMs, toMs))
                .toList();
    }

    /**
     * Opens a segment after checking that its file is the committed one. A line of a damaged file is therefore never
     * returned, at the price of reading the compressed file twice the first time.
     *
     * @throws ArchiveDamagedException when the file is missing or was changed
     */
    public SegmentLines open(Segment segment) throws IOException {
        return committed.open(segment);
    }

    /** Passes all lines of a segment to {@code consumer}, without their line breaks. */
    public void forEachLine(Segment segment, Consumer<byte[]> consumer) throws IOException {
        committed.forEachLine(segment, consumer::accept);
    }

    /**
     * Passes the accepted events of a time range to {@code consumer}: within a segment in the order of the topic, otherwise
     * unordered.
     */
    public void forEachEvent(long fromMs, long toMs, Consumer<TranscriptLine> consumer) throws IOException {
        for (Segment segment : segments(ArchiveKind.TRANSCRIPT, fromMs, toMs)) {
            committed.forEach(segment, TranscriptLine::decode, event -> {
                if (within(event.placement().sentAt(), fromMs, toMs)) {
                    consumer.accept(event);
                }
            });
        }
    }

    /** Passes every version of the sessions whose T0 is in a time range to {@code consumer}, unordered. */
    public void forEachSnapshot(long fromMs, long toMs, Consumer<SessionSnapshot> consumer) throws IOException {
        for (Segment segment : segments(ArchiveKind.SESSIONS, fromMs, toMs)) {
            committed.forEach(segment, snapshots::decode, snapshot -> {
                if (within(snapshot.sessionId().t0(), fromMs, toMs)) {
                    consumer.accept(snapshot);
                }
            });
        }
    }

    /**
     * The newest snapshot of every session whose T0 is in a time range, including merged and deleted sessions. Holds one
     * snapshot per session in memory, regardless of the number of versions and messages.
     */
    public Map<SessionId, SessionSnapshot> newestSnapshots(long fromMs, long toMs) throws IOException {
        Map<SessionId, SessionSnapshot> newest = new HashMap<>();
        forEachSnapshot(
                fromMs, toMs, snapshot -> newest.merge(snapshot.sessionId(), snapshot, ArchivedSnapshots.NEWER));
        return newest;
    }

    /** The next offset of each topic-partition: the archive holds its topics up to there. */
    public Map<TopicPartition, Long> positions() throws IOException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        committed
                .chains()
                .forEach(chain -> positions.put(chain.source(), chain.head().nextOffset()));
        return positions;
    }

    /**
     * The committed files that are missing or cut. Reads no content, so that it takes microseconds for each file.
     *
     * @throws ArchiveDamagedException when a chain of manifests is broken
     */
    public List<Path> missingFiles() throws IOException {
        return missing.find();
    }

    private static boolean within(long time, long fromMs, long toMs) {
        return time >= fromMs && time < toMs;
    }
}
