/**
 * The Kafka Streams topology that turns chat events into sessions.
 *
 * <p>Its packages follow the data flow: {@code ingest} checks and routes incoming records, {@code sessions} places events on
 * the timeline of their conversation, {@code state} stores the result, and {@code query} reads it. {@code settings} and
 * {@code metrics} serve them all.
 *
 * <p>Nothing here opens a socket or reads a clock other than that of Kafka Streams. Record components are never null unless
 * their documentation says so.
 */
package io.multichat.topology;
