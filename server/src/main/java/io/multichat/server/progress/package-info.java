/**
 * How far the topology and the stores have come, and what a client demands of them: that an answer contains the events that it
 * published, and that it is not too old. Knows nothing about HTTP, Kafka's clients or any particular store.
 */
package io.multichat.server.progress;
