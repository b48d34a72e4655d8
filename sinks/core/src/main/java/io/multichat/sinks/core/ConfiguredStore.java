package io.multichat.sinks.core;

/**
 * A store and the topics that it consumes, as a task's settings describe them.
 *
 * @param store the store, not yet contacted
 * @param topics the topics under their configured names
 */
public record ConfiguredStore(SinkStore store, SinkTopics topics) {}
