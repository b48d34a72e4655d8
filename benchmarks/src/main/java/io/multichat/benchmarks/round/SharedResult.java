package io.multichat.benchmarks.round;

/**
 * The result of several instances that share the partitions of one input.
 *
 * @param instances number of instances
 * @param perSecond records per second of all instances together, in the second half of the input
 * @param takenOverMillis time from the kill of an instance until others had committed records of all its partitions; 0 if none
 *     was killed
 */
public record SharedResult(int instances, double perSecond, long takenOverMillis) {}
