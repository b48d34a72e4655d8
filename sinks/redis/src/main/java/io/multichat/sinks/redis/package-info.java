/**
 * The Redis sink and reader: the newest state of live conversations, for hot reads, gone a day after the last write.
 *
 * <p>A {@link io.multichat.sinks.redis.RedisSinkConnector} starts {@link io.multichat.sinks.core.loop.StoreSinkTask}s; a task
 * writes with {@link io.multichat.sinks.redis.write.RedisStore}, whose rules (what is newer, what is trimmed, what
 * expires) are in {@code write.lua}, and which keeps its {@link io.multichat.sinks.redis.write.Positions} in Redis too;
 * {@link io.multichat.sinks.redis.read.RedisSessionReader} reads back with {@code page.lua}. All reach Redis, of whatever kind,
 * through a {@link io.multichat.sinks.redis.link.RedisLink}. {@link io.multichat.sinks.redis.link.RedisKeys} and
 * {@link io.multichat.sinks.redis.write.MessageBody} are the layout.
 */
package io.multichat.sinks.redis;
