package io.multichat.sinks.archive.segment;

import io.multichat.sinks.archive.files.ArchiveKind;

/**
 * A committed segment and where its lines come from.
 *
 * @param kind what its lines are
 * @param topic the topic that they were read from
 * @param partition the partition there
 * @param file the file itself
 */
public record Segment(ArchiveKind kind, String topic, int partition, SegmentFile file) {
    /** True when lines may lie from {@code fromMs} to before {@code toMs}, UTC milliseconds. */
    public boolean overlaps(long fromMs, long toMs) {
        return file.maxSentAt() >= fromMs && file.minSentAt() < toMs;
    }
}
