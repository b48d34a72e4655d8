package io.multichat.sinks.archive.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * Limits the memory in which the segments of a task collect lines before compressing them, since single lines compress badly.
 * Bounded, because a backfill touches thousands of days between two commits.
 *
 * <p>At the limit, the segments with the most memory compress their lines and free it, whichever segment gets the next line. So
 * the memory of a day that has ended is reused, and the days that continue collect large frames. Used by one thread.
 */
public final class FrameBuffers {
    // Freeing little at a time would sort all segments again for every few lines.
    private static final int FREED_PART = 4;

    private final int frameBytes;
    private final long totalBytes;
    private final IdentityHashMap<SegmentWriter, Integer> holders = new IdentityHashMap<>();
    private long used;

    /**
     * @param frameBytes the size at which a segment compresses its collected lines
     * @param totalBytes the limit for all segments together
     */
    public FrameBuffers(int frameBytes, long totalBytes) {
        this.frameBytes = frameBytes;
        this.totalBytes = totalBytes;
    }

    public static FrameBuffers defaults() {
        return new FrameBuffers(256 << 10, 16 << 20);
    }

    /** True when a segment has collected a whole frame. */
    boolean isFrame(int collected) {
        return collected >= frameBytes;
    }

    /** Notes that a segment takes more memory, and makes the largest segments free theirs when all have too much. */
    void taken(SegmentWriter segment, int bytes) throws IOException {
        used += bytes;
        holders.merge(segment, bytes, Integer::sum);
        if (used > totalBytes) {
            freeLargest();
        }
    }

    /** Notes that a segment has freed all of its memory. */
    void freed(SegmentWriter segment) {
        used -= Objects.requireNonNullElse(holders.remove(segment), 0);
    }

    private void freeLargest() throws IOException {
        List<SegmentWriter> largestFirst = new ArrayList<>(holders.keySet());
        largestFirst.sort(Comparator.comparingInt(SegmentWriter::memory).reversed());
        for (SegmentWriter segment : largestFirst) {
            segment.free();
            if (used <= totalBytes - totalBytes / FREED_PART) {
                return;
            }
        }
    }
}
