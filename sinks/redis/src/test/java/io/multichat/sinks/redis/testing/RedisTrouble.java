package io.multichat.sinks.redis.testing;

import io.multichat.sinks.core.conformance.Circumstances;
import java.util.concurrent.atomic.AtomicLong;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;

/** Makes a Redis full, leaves it without replicas, drops its connections, or empties it. */
final class RedisTrouble implements Circumstances {
    final AtomicLong clockMs = new AtomicLong(1);
    private final TestRedis server;
    private final UnifiedJedis redis;

    RedisTrouble(TestRedis server, UnifiedJedis redis) {
        this.server = server;
        this.redis = redis;
    }

    @Override
    public void passTime(long ms) {
        clockMs.addAndGet(ms);
    }

    @Override
    public void disturb(int after) {
        heal();
        switch (after % 3) {
            case 0 -> server.administer(Protocol.Command.CONFIG, "SET", "maxmemory", "1");
            case 1 -> server.administer(Protocol.Command.CONFIG, "SET", "min-replicas-to-write", "1");
            default -> server.administer(Protocol.Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");
        }
    }

    @Override
    public void heal() {
        server.administer(Protocol.Command.CONFIG, "SET", "maxmemory", "0");
        server.administer(Protocol.Command.CONFIG, "SET", "min-replicas-to-write", "0");
    }

    @Override
    public void lose(int size) {
        heal();
        redis.flushAll();
    }
}
