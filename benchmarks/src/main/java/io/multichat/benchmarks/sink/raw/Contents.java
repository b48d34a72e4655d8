package io.multichat.benchmarks.sink.raw;

/**
 * How much a store holds.
 *
 * @param messages once each
 * @param sessions once each, in whatever version
 */
public record Contents(long messages, long sessions) {}
