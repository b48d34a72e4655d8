package io.multichat.benchmarks.job;

/**
 * How much is imported and exported.
 *
 * @param messages number of messages of a timed job
 * @param rounds number of timed rounds
 * @param few number of messages of the smaller job whose memory is watched
 * @param many number of messages of the larger one
 * @param seed of the messages
 */
public record JobSize(long messages, int rounds, long few, long many, long seed) {}
