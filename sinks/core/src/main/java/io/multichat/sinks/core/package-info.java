/**
 * The ports and values that every sink shares.
 *
 * <p>A sink implements {@link io.multichat.sinks.core.StoreFactory}, which creates a {@link io.multichat.sinks.core.SinkStore}.
 * The task in {@code loop} decodes Kafka Connect's records to {@link io.multichat.sinks.core.SinkEntry} values and writes them
 * to the store; {@code settings} validates connectors. This package depends on neither. No component of a record is null.
 */
package io.multichat.sinks.core;
