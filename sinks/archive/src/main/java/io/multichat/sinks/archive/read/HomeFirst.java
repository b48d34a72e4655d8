package io.multichat.sinks.archive.read;

import io.multichat.sinks.archive.segment.Segment;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * In which order segments are searched for a conversation. All its records lie in one partition, which follows from the number of
 * partitions. An archive does not know that number for certain, since a partition without records has no chain: so the partition
 * that follows from what is there comes first, and the others count only when it knows nothing of the conversation.
 */
final class HomeFirst {
    private HomeFirst() {}

    /**
     * The segments of the likely partition, then all others; only parts that hold any.
     *
     * @param home the conversation's partition, given the number of partitions
     */
    static List<List<Segment>> order(List<Segment> segments, IntUnaryOperator home) {
        int partitions =
                1 + segments.stream().mapToInt(Segment::partition).max().orElse(0);
        int likely = home.applyAsInt(partitions);
        Map<Boolean, List<Segment>> parts =
                segments.stream().collect(Collectors.partitioningBy(segment -> segment.partition() == likely));
        return List.of(parts.get(true), parts.get(false)).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
