package io.multichat.sinks.core;

/**
 * The coordinates at which an entry was read in Kafka, before any transform renamed its topic.
 *
 * @param topic the topic
 * @param partition the partition
 * @param offset the offset
 */
public record Origin(String topic, int partition, long offset) {}
