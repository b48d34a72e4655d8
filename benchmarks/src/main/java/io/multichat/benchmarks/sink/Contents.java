package io.multichat.benchmarks.sink;

/**
 * How much a store holds.
 *
 * @param messages once each
 * @param sessions once each, in whatever version
 */
record Contents(long messages, long sessions) {}
