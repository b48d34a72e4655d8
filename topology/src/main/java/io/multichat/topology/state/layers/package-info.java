/**
 * Access below and above the layers that Kafka Streams puts around a store (metrics, cache, changelog), so that records that
 * change with every message are written once per commit.
 */
package io.multichat.topology.state.layers;
