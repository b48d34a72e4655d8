/**
 * The task of every sink. {@link io.multichat.sinks.core.loop.StoreSinkTask} passes Kafka Connect's calls to the loop, which
 * reads from the store's own positions, delivers batches in order, reports records that can never be written, and waits while
 * the store is unavailable.
 */
package io.multichat.sinks.core.loop;
