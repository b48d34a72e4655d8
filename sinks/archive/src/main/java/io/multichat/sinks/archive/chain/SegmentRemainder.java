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
     * The segment that holds the lines now: itself if it is still live, otherwise the live one of the same day with the same offsets;
     * empty if nothing was left.
     */
    static Optional<Segment> of(List<ChainView> chains, Segment segment) {
        TopicPartition source = new TopicPartition(segment.topic(), segment.partition());
        List<SegmentFile> live = chains.stream()
                .filter(chain -> chain.source().equals(source))
                .flatMap(chain -> chain.state().live().stream())
                .toList();
        return live.contains(segment.file())
                ? Optional.of(segment)
                : live.stream()
                        .filter(file -> isRemainder(segment.file(), file))
                        .findFirst()
                        .map(file -> new Segment(segment.kind(), segment.topic(), segment.partition(), file));
    }

    private static boolean isRemainder(SegmentFile erased, SegmentFile file) {
        return file.firstOffset() == erased.firstOffset()
                && file.lastOffset() == erased.lastOffset()
                && SegmentPath.day(file.minSentAt()).equals(SegmentPath.day(erased.minSentAt()));
    }
}
