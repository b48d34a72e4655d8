/**
 * Reads sessions and messages back from Redis: {@link io.multichat.sinks.redis.read.RedisSessionReader} finds a session by its
 * id with {@code SessionLookup}, and a page of its messages with {@code PageScript}, which runs {@code page.lua}.
 */
package io.multichat.sinks.redis.read;
