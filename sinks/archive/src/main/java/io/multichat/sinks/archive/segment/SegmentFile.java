package io.multichat.sinks.archive.segment;

/**
 * One committed file, as its manifest names it. It never changes.
 *
 * @param path relative to the archive's root, with {@code /}
 * @param records how many lines it has, at least 1
 * @param bytes its size, compressed
 * @param minSentAt the earliest {@code sentAt} (sessions: T0) in it, UTC milliseconds
 * @param maxSentAt the latest, UTC milliseconds
 * @param earliest the earliest instant that a line speaks of: of sessions, in any version here, the start; UTC milliseconds
 * @param latest the latest: of sessions the last message
 * @param firstOffset the lowest offset in it
 * @param lastOffset the highest offset in it
 * @param sha256 of the file, in lower-case hex
 */
public record SegmentFile(
        String path,
        long records,
        long bytes,
        long minSentAt,
        long maxSentAt,
        long earliest,
        long latest,
        long firstOffset,
        long lastOffset,
        String sha256) {}
