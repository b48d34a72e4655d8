package io.multichat.sinks.archive.read;

import io.multichat.sinks.archive.segment.Segment;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order in which segments are searched for a conversation. All records of a conversation are in one partition, which
 * follows from the number of partitions. The archive does not know that number for certain, since a partition without records
 * has no chain. So the partition that follows from the known ones is searched first, and the others only if it holds nothing
 * of the conversation.
 */
final class LikelyPartitionFirst {
    private LikelyPartitionFirst() {}

    /**
     * The segments of the likely partition, then all others. Empty groups are left out.
     *
     * @param home returns the conversation's partition, given the number of partitions
     */
    static List<List<Segment>> order(List<Segment> segments, IntUnaryOperator home) {
        int partitions =
                1 + segments.stream().mapToInt(Segment::partition).max().orElse(0);
        int likely = home.applyAsInt(partitions);
        Map<Boolean, List<Segment>> groups =
                segments.stream().collect(Collectors.partitioningBy(segment -> segment.partition() == likely));
        return Stream.of(groups.get(true), groups.get(false))
                .filter(group -> !group.isEmpty())
                .toList();
    }
}
