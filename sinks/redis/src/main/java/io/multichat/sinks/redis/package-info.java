/**
 * The Redis sink and reader: the newest state of live conversations, for fast reads, until a day after the last write.
 *
 * <p>{@link io.multichat.sinks.redis.RedisSinkConnector} starts tasks, whose stores
 * {@link io.multichat.sinks.redis.RedisStoreFactory} creates. Its packages, from the bottom up:
 *
 * <ul>
 *   <li>{@code layout}: what Redis stores, the keys and message bodies;
 *   <li>{@code link}: connections to Redis of any kind, scripts, and the meaning of errors;
 *   <li>{@code settings}: the settings, validated;
 *   <li>{@code write}: writes batches with {@code write.lua} and stores the positions reached;
 *   <li>{@code read}: reads sessions and messages with {@code page.lua}.
 * </ul>
 *
 * <p>{@code write} and {@code read} do not depend on each other.
 */
package io.multichat.sinks.redis;
