package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which segments of a day become one. A segment as large as all smaller ones together is left alone until these have caught up: so
 * a line is written again as often as the archive of its day doubles, and a day has few segments, not always one.
 *
 * @param targetBytes a segment of this size, compressed, is large enough
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
