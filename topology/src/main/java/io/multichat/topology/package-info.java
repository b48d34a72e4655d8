/**
 * The Kafka Streams topology that turns chat events into sessions, in the order of the data flow: {@code ingest} checks and
 * routes what arrives, {@code sessions} places it on the timeline of its conversation, {@code state} is what is remembered,
 * {@code query} answers from it.
 *
 * <p>No sockets, and no clock but the one of Kafka Streams. No component of a record is null unless it says so.
 */
package io.multichat.topology;
