package io.multichat.benchmarks.scenario;

/**
 * The amount of work to measure.
 *
 * @param messages number of messages of a round that reads a backlog, and of a job whose memory is watched
 * @param rounds number of rounds of each competitor
 * @param growthRounds number of rounds of each step of a growth scenario
 * @param seconds duration of live traffic
 * @param sessions number of sessions in the state that is restored, with ten messages each
 * @param sinkRecords number of records in a run of usual traffic to a sink, and of messages of a timed job
 * @param devMessages number of messages that are published to a whole pipeline
 * @param seed of all randomness
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
