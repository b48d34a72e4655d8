package io.multichat.sinks.archive;

/**
 * One line of a segment.
 *
 * @param offset of the record that it was made of
 * @param sentAt what dates it: {@code sentAt} of an event, T0 of a session; UTC milliseconds
 * @param bytes with the line break at the end, and no other
 */
record Line(long offset, long sentAt, byte[] bytes) {}
