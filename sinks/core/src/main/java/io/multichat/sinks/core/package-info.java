/**
 * What every sink of Multichat shares, by composition: how records are decoded and delivered, and how a store is read.
 *
 * <p>A connector's task hands its records to a {@link io.multichat.sinks.core.loop.Delivery}, which hands entries to the one
 * {@link io.multichat.sinks.core.StoreWriter} of its store; whoever reads the store asks its
 * {@link io.multichat.reading.SessionReader}. No component of a record is null.
 */
package io.multichat.sinks.core;
