/**
 * The data format in Redis: the {@link io.multichat.sinks.redis.layout.RedisKeys keys} of a conversation and the
 * {@link io.multichat.sinks.redis.layout.MessageBody bodies} of its messages. The writer and the reader share both. Changing
 * either changes the data format.
 */
package io.multichat.sinks.redis.layout;
