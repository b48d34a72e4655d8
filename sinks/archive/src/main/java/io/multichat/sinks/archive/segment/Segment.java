package io.multichat.sinks.archive.segment;

import io.multichat.sinks.archive.files.ArchiveKind;

/**
 * A committed segment and the source of its lines.
 *
 * @param kind the kind of its lines
 * @param topic the topic that they were read from
 * @param partition the partition of that topic
 * @param file the file
 */
public record Segment(ArchiveKind kind, String topic, int partition, SegmentFile file) {
    /** True when the segment may hold lines from {@code fromMs} (included) to {@code toMs} (excluded), UTC milliseconds. */
    public boolean overlaps(long fromMs, long toMs) {
        return file.maxSentAt() >= fromMs && file.minSentAt() < toMs;
    }
}
