package io.multichat.sinks.core;

/**
 * A part of a topic-partition that was read without leaving anything out.
 *
 * @param from the first offset
 * @param next the offset after the last
 */
public record OffsetRange(long from, long next) {}
