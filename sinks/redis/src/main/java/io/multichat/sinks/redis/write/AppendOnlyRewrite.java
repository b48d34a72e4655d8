package io.multichat.sinks.redis.write;

import io.multichat.sinks.redis.link.MasterInfo;
import io.multichat.sinks.redis.link.RedisLink;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Has the masters rewrite their append-only files after erasures. These files hold every write since they were last rewritten, and so
 * what was erased. A master without an append-only file is left alone.
 *
 * <p>Erasures are collected for {@link #SETTLE_MS}. What is due is not stored; a task that starts therefore has one rewrite due, in case
 * an earlier task ended before its own. Used by one thread.
 */
final class AppendOnlyRewrite {
    /** The time over which erasures are collected, in milliseconds. */
    static final long SETTLE_MS = 10_000;

    private static final long RETRY_MS = 1_000;
    private static final long NOT_DUE = Long.MAX_VALUE;

    private final RedisLink redis;
    private long dueMs;

    /** @param nowMs a monotonic clock, milliseconds */
    AppendOnlyRewrite(RedisLink redis, long nowMs) {
        this.redis = redis;
        dueMs = nowMs + SETTLE_MS;
    }

    /** Notes that something was erased. */
    void request(long nowMs) {
        dueMs = dueMs == NOT_DUE ? nowMs + SETTLE_MS : dueMs;
    }

    /**
     * Starts the rewrites if they are due; the masters complete them by themselves.
     *
     * @return milliseconds until the next call is due, above 0; {@link Long#MAX_VALUE} if nothing is due
     * @throws JedisException if a master does not answer, or the user may not call INFO and BGREWRITEAOF
     */
    long run(long nowMs) {
        if (nowMs >= dueMs) {
            boolean started = true;
            for (HostAndPort master : redis.masters()) {
                started &= start(master);
            }
            dueMs = started ? NOT_DUE : nowMs + RETRY_MS;
        }
        return dueMs == NOT_DUE ? NOT_DUE : dueMs - nowMs;
    }

    /** Returns false if the master already rewrites its file, because that rewrite may have begun before the erasure. */
    private boolean start(HostAndPort master) {
        try (Connection connection = redis.connect(master)) {
            if (MasterInfo.of(connection).number("aof_enabled") == 1) {
                connection.executeCommand(new CommandArguments(Protocol.Command.BGREWRITEAOF));
            }
            return true;
        } catch (JedisDataException e) {
            if (e.getMessage().contains("already in progress")) {
                return false;
            }
            throw e;
        }
    }
}
