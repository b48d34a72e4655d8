package io.multichat.benchmarks.competitor;

/**
 * The marks of a measurement.
 *
 * @param first when the first records were processed
 * @param half when half of the records were processed
 * @param last when all records were processed
 */
public record Processed(Mark first, Mark half, Mark last) {}
