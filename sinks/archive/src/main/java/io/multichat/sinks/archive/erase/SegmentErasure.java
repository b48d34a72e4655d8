package io.multichat.sinks.archive.erase;

import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.compact.SegmentRewrite;
import io.multichat.sinks.archive.segment.ArchivedLine;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentWriter;
import io.multichat.sinks.archive.segment.TranscriptLine;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import java.io.IOException;
import java.util.Optional;

/**
 * Applies erasures to the lines of segments. Holds one frame in memory.
 *
 * @param erasure decides what stays of a line
 * @param committed reads the segments
 */
record SegmentErasure(LineErasure erasure, CommittedSegments committed) implements SegmentRewrite {
    /** Learns who wrote the messages of a segment. */
    void learn(Segment source) throws IOException {
        committed.forEachLine(source, line -> {
            if (erasure.concerns(line)) {
                erasure.learn(line);
            }
        });
    }

    /** True if a line of the segment does not stay as it is. */
    boolean changes(Segment source) throws IOException {
        boolean[] changes = {false};
        committed.forEachLine(source, line -> {
            if (!changes[0] && erasure.concerns(line)) {
                TranscriptLine archived = TranscriptLine.decode(line);
                Optional<byte[]> rest = erasure.rest(archived);
                changes[0] = rest.isEmpty() || rest.get() != archived.event();
            }
        });
        return changes[0];
    }

    @Override
    public boolean write(Segment source, SegmentWriter target) throws IOException {
        // The bounds of all lines first, because the tally takes lines in the order of their offsets.
        target.tally().add(source.file(), 0);
        long[] copied = {0};
        long[] rewritten = {0};
        committed.forEachLine(source, line -> {
            TranscriptLine archived = erasure.concerns(line) ? TranscriptLine.decode(line) : null;
            Optional<byte[]> rest = archived == null ? Optional.empty() : erasure.rest(archived);
            if (archived == null || (rest.isPresent() && rest.get() == archived.event())) {
                target.copy(line);
                copied[0]++;
            } else if (rest.isPresent()) {
                target.append(line(source, archived, rest.get()));
                rewritten[0]++;
            }
        });
        target.tally().add(source.file(), copied[0]);
        return copied[0] + rewritten[0] > 0;
    }

    private static ArchivedLine line(Segment source, TranscriptLine archived, byte[] rest) {
        Origin origin = new Origin(source.topic(), source.partition(), archived.offset());
        return ArchivedLine.of(new SinkEntry.Transcript(
                origin, rest, archived.conversation(), archived.placement(), Optional.empty()));
    }
}
