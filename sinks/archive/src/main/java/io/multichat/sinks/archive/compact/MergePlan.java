package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Selects the segments of a day to merge, and those to rewrite alone because their frames are tiny. A segment that is larger than all smaller ones together is left alone until they
 * have caught up. So a line is rewritten only when its day doubles in size, and a day keeps a few segments instead of exactly
 * one.
 *
 * @param targetBytes the compressed size from which a segment is large enough
 * @param tinyFrames the segments with tiny frames
 */
record MergePlan(long targetBytes, Set<SegmentFile> tinyFrames) {
    private static final Comparator<SegmentFile> LARGEST_FIRST =
            Comparator.comparingLong(SegmentFile::bytes).reversed();

    /**
     * The groups to merge, each in the order of its offsets. A group of one file has tiny frames.
     *
     * @param day all live files of one day
     */
    List<List<SegmentFile>> of(List<SegmentFile> day) {
        List<SegmentFile> small = new ArrayList<>(day.stream()
                .filter(file -> file.bytes() < targetBytes)
                .sorted(LARGEST_FIRST)
                .toList());
        long bytes = small.stream().mapToLong(SegmentFile::bytes).sum();
        while (!small.isEmpty() && small.get(0).bytes() > bytes - small.get(0).bytes()) {
            bytes -= small.remove(0).bytes();
        }
        small.sort(Comparator.comparingLong(SegmentFile::firstOffset));
        List<List<SegmentFile>> groups = new ArrayList<>();
        long grouped = targetBytes;
        for (SegmentFile file : small) {
            if (grouped >= targetBytes) {
                groups.add(new ArrayList<>());
                grouped = 0;
            }
            groups.get(groups.size() - 1).add(file);
            grouped += file.bytes();
        }
        groups.removeIf(group -> group.size() == 1);
        Set<SegmentFile> merged = groups.stream().flatMap(List::stream).collect(Collectors.toSet());
        day.stream()
                .filter(file -> tinyFrames.contains(file) && !merged.contains(file))
                .forEach(file -> groups.add(List.of(file)));
        return groups;
    }
}
