/**
 * Connections to Redis: a single server, a master watched by Sentinels, or the masters of a Cluster.
 *
 * <p>A {@link io.multichat.sinks.redis.link.RedisEndpoint} describes where Redis is and opens a
 * {@link io.multichat.sinks.redis.link.RedisLink}, which hides the kind of Redis. A
 * {@link io.multichat.sinks.redis.link.Script} runs Lua over it. {@link io.multichat.sinks.redis.link.RedisErrors} translates
 * every exception of the driver into a verdict.
 */
package io.multichat.sinks.redis.link;
