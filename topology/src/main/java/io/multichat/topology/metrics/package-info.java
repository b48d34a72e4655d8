/** What the topology counts for those who watch it, in Kafka Streams' own metrics. */
package io.multichat.topology.metrics;
