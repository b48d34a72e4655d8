package io.multichat.sinks.core;

/**
 * A contiguous range of offsets that was read completely.
 *
 * @param from the first offset, inclusive
 * @param next the end of the range, exclusive
 */
public record OffsetRange(long from, long next) {}
