/**
 * Encoders and decoders for events and session snapshots. {@link io.multichat.events.codec.EventDecoder} is the only decoder
 * of events: the topology and every sink use it, so that all of them read the same bytes in the same way.
 */
package io.multichat.events.codec;
