package io.multichat.benchmarks.sink.raw;

/**
 * The number of messages and sessions in a store.
 *
 * @param messages number of distinct messages
 * @param sessions number of distinct sessions, in whatever version
 */
public record StoredCounts(long messages, long sessions) {}
