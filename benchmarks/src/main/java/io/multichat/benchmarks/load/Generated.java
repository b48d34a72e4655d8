package io.multichat.benchmarks.load;

/**
 * A record to publish. The arrays are shared and must not be changed.
 *
 * @param key the conversation key
 * @param value the event
 * @param sentAt the time of the message, UTC milliseconds
 */
public record Generated(byte[] key, byte[] value, long sentAt) {}
