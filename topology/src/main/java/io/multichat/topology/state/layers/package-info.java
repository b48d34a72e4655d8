/** What lies below the layers that Kafka Streams puts over a store: metrics, cache and changelog. */
package io.multichat.topology.state.layers;
