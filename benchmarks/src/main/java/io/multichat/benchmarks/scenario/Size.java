package io.multichat.benchmarks.scenario;

/**
 * How much is measured.
 *
 * @param messages of a round that reads a backlog
 * @param rounds of each competitor
 * @param growthRounds of each step of what grows
 * @param seconds of traffic in a round that reads live traffic
 * @param sessions in the state that is restored; with ten messages each
 * @param sinkRecords that a sink is given in a run of usual traffic
 * @param devMessages that are published to a whole pipeline
 * @param seed of all that is random
 */
public record Size(
        long messages,
        int rounds,
        int growthRounds,
        int seconds,
        int sessions,
        long sinkRecords,
        long devMessages,
        long seed) {}
