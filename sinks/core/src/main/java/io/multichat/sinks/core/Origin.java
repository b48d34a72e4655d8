package io.multichat.sinks.core;

/**
 * Where an entry was read: the original coordinates, which stay right behind transforms that rename topics.
 *
 * @param topic the topic in Kafka
 * @param partition its partition
 * @param offset its offset
 */
public record Origin(String topic, int partition, long offset) {}
