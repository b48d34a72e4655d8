package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.SegmentPath;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Finds what an erasure left of a segment: it rewrites one file into one and removes the old one while readers may still know it. */
final class SegmentRemainder {
    private SegmentRemainder() {}

    /**
     * The segment that holds the lines now: the live one of the same day with the same offsets; empty if nothing was left. The segment
     * itself if it is still live, or if a compaction has merged it, so that no file holds its lines alone.
     */
    static Optional<Segment> of(List<ChainView> chains, Segment segment) {
        TopicPartition source = new TopicPartition(segment.topic(), segment.partition());
        List<SegmentFile> sameLines = chains.stream()
                .filter(chain -> chain.source().equals(source))
                .flatMap(chain -> chain.state().live().stream())
                .filter(file -> overlaps(segment.file(), file))
                .toList();
        if (sameLines.isEmpty()) {
            return Optional.empty();
        }
        return sameLines.contains(segment.file())
                ? Optional.of(segment)
                : sameLines.stream()
                        .filter(file -> file.firstOffset() == segment.file().firstOffset()
                                && file.lastOffset() == segment.file().lastOffset())
                        .findFirst()
                        .map(file -> new Segment(segment.kind(), segment.topic(), segment.partition(), file))
                        .or(() -> Optional.of(segment));
    }

    private static boolean overlaps(SegmentFile one, SegmentFile other) {
        return one.firstOffset() <= other.lastOffset()
                && other.firstOffset() <= one.lastOffset()
                && SegmentPath.day(one.minSentAt()).equals(SegmentPath.day(other.minSentAt()));
    }
}
