package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Selects the segments of a day to merge. A segment that is larger than all smaller ones together is left alone until they
 * have caught up. So a line is rewritten only when its day doubles in size, and a day keeps a few segments instead of exactly
 * one.
 *
 * @param targetBytes the compressed size from which a segment is large enough
 */
record MergePlan(long targetBytes) {
    private static final Comparator<SegmentFile> LARGEST_FIRST =
            Comparator.comparingLong(SegmentFile::bytes).reversed();

    /**
     * The groups to merge, each of at least two files in the order of their offsets.
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
        return groups.stream().filter(group -> group.size() > 1).toList();
    }
}
