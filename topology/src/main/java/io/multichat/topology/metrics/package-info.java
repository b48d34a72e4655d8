/**
 * Counters and gauges of the topology, published through Kafka Streams' own metrics.
 */
package io.multichat.topology.metrics;
