package io.multichat.sinks.archive.segment;

/**
 * One line of a segment.
 *
 * @param offset of the record that it was made of
 * @param sentAt what dates it: {@code sentAt} of an event, T0 of a session; UTC milliseconds
 * @param earliest the earliest instant that it speaks of: of a session its start; UTC milliseconds
 * @param latest the latest: of a session its last message
 * @param bytes with the line break at the end, and no other
 */
public record Line(long offset, long sentAt, long earliest, long latest, byte[] bytes) {
    /** A line that speaks of one instant. */
    public Line(long offset, long sentAt, byte[] bytes) {
        this(offset, sentAt, sentAt, sentAt, bytes);
    }
}
