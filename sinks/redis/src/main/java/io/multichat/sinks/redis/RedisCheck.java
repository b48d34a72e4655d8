package io.multichat.sinks.redis;

import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Looks whether Redis answers, before a task needs it. */
final class RedisCheck {
    private RedisCheck() {}

    /** What stands between the sink and its Redis; empty when nothing does. */
    static Optional<String> problem(RedisSettings settings) {
        try (UnifiedJedis redis = settings.endpoint().connect(1)) {
            redis.ping();
            return Optional.empty();
        } catch (JedisException e) {
            return Optional.of(Verdicts.of(settings.endpoint(), e).getMessage());
        }
    }
}
