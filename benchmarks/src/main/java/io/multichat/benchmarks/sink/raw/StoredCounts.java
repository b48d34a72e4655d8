package io.multichat.benchmarks.sink.raw;

/**
 * What a store holds.
 *
 * @param messages number of distinct messages
 * @param sessions number of distinct sessions, in whatever version
 */
public record StoredCounts(long messages, long sessions) {}
