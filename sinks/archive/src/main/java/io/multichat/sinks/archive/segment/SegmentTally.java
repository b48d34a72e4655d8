package io.multichat.sinks.archive.segment;

/** What a manifest says of the lines of a segment, gathered while they are added in the order of their offsets. */
public final class SegmentTally {
    private long records;
    private long minSentAt = Long.MAX_VALUE;
    private long maxSentAt = Long.MIN_VALUE;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private long firstOffset = -1;
    private long lastOffset;

    public void add(Line line) {
        records++;
        sentAt(line.sentAt(), line.sentAt());
        speaksOf(line.earliest(), line.latest());
        offsets(line.offset(), line.offset());
    }

    /** Adds all lines of another segment. */
    public void add(SegmentFile file) {
        records += file.records();
        sentAt(file.minSentAt(), file.maxSentAt());
        speaksOf(file.earliest(), file.latest());
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

    private void speaksOf(long from, long to) {
        earliest = Math.min(earliest, from);
        latest = Math.max(latest, to);
    }

    private void offsets(long first, long last) {
        firstOffset = firstOffset < 0 ? first : firstOffset;
        lastOffset = last;
    }
}
