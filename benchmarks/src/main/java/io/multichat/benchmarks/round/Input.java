package io.multichat.benchmarks.round;

import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.Volume;

/**
 * A topic that holds a whole load.
 *
 * @param name the name given by the scenario
 * @param topic the topic
 * @param load the published load
 * @param volume its volume
 * @param logBytes size of its log on disk, uncompressed
 */
public record Input(String name, String topic, Load load, Volume volume, long logBytes) {}
