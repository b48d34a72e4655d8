package io.multichat.benchmarks.round;

import io.multichat.benchmarks.load.Volume;

/**
 * A topic that holds a whole load.
 *
 * @param topic its name
 * @param volume what was published
 * @param logBytes what its log takes on disk, uncompressed
 */
public record Input(String topic, Volume volume, long logBytes) {}
