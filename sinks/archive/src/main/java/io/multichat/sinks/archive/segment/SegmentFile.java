package io.multichat.sinks.archive.segment;

/**
 * A committed file as its manifest describes it. The file never changes.
 *
 * @param path relative to the archive's root, with {@code /}
 * @param records the number of lines, at least 1
 * @param bytes the compressed size
 * @param minSentAt the earliest {@code sentAt} of its events (T0 of its sessions), UTC milliseconds
 * @param maxSentAt the latest one, UTC milliseconds
 * @param earliest the earliest instant that a line covers: the earliest start of any session version; UTC milliseconds
 * @param latest the latest instant that a line covers: the last message of any session version; UTC milliseconds
 * @param firstOffset the lowest offset
 * @param lastOffset the highest offset
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
