package io.multichat.benchmarks.round;

import io.multichat.benchmarks.load.Volume;

/**
 * A topic that holds a whole load.
 *
 * @param name what the scenario calls it
 * @param topic where it is
 * @param volume what was published
 * @param logBytes what its log takes on disk, uncompressed
 */
public record Input(String name, String topic, Volume volume, long logBytes) {}
