package io.multichat.sinks.archive.segment;

/**
 * The counts and bounds that the manifest will record for a segment. Lines must be added in the order of their offsets. Used
 * by one thread.
 */
public final class SegmentTally {
    private long records;
    private long minSentAt = Long.MAX_VALUE;
    private long maxSentAt = Long.MIN_VALUE;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private long firstOffset = -1;
    private long lastOffset;

    /** Counts a line. */
    public void add(ArchivedLine line) {
        records++;
        sentAt(line.sentAt(), line.sentAt());
        covers(line.earliest(), line.latest());
        offsets(line.offset(), line.offset());
    }

    /** Counts all lines of another segment. */
    public void add(SegmentFile file) {
        add(file, file.records());
    }

    /** Counts some lines of another segment, within the bounds of all. */
    public void add(SegmentFile file, long lines) {
        records += lines;
        sentAt(file.minSentAt(), file.maxSentAt());
        covers(file.earliest(), file.latest());
        offsets(file.firstOffset(), file.lastOffset());
    }

    /** The lowest offset; -1 before the first line. */
    public long firstOffset() {
        return firstOffset;
    }

    SegmentFile toFile(String path, long bytes, String sha256) {
        return new SegmentFile(
                path, records, bytes, minSentAt, maxSentAt, earliest, latest, firstOffset, lastOffset, sha256);
    }

    private void sentAt(long from, long to) {
        minSentAt = Math.min(minSentAt, from);
        maxSentAt = Math.max(maxSentAt, to);
    }

    private void covers(long from, long to) {
        earliest = Math.min(earliest, from);
        latest = Math.max(latest, to);
    }

    private void offsets(long first, long last) {
        firstOffset = firstOffset < 0 ? first : firstOffset;
        lastOffset = last;
    }
}
