/**
 * Writes entries of the topics to Redis and stores the positions reached.
 *
 * <p>The path of a batch, top down: {@link io.multichat.sinks.redis.write.RedisSinkStore} is the store that the sink loop writes
 * to. It passes the batch to {@code EntryWriter}, which takes four steps:
 *
 * <ol>
 *   <li>{@code EntriesByConversation} sorts the entries by conversation and splits them into {@code ConversationWrites} of
 *       bounded size;
 *   <li>{@code WriteCalls} packs these into calls of {@code write.lua};
 *   <li>{@link io.multichat.sinks.redis.link.Script} sends the calls, one pipeline per master;
 *   <li>{@link io.multichat.sinks.redis.link.RedisErrors} decides what to do about those that failed.
 * </ol>
 *
 * <p>All rules about which version wins, what is trimmed and when a conversation expires are in {@code write.lua}, because they
 * have to be applied atomically.
 *
 * <p>After the batch, {@link io.multichat.sinks.redis.write.Positions} advances the stored offsets, which
 * {@link io.multichat.sinks.redis.write.PositionHashes} keeps on every master with {@code positions.lua};
 * {@link io.multichat.sinks.redis.write.AlteredOffsets} sets them on request of an administrator.
 */
package io.multichat.sinks.redis.write;
