package io.multichat.sinks.redis.settings;

import io.multichat.reading.StoreException;
import io.multichat.sinks.redis.link.MasterCheck;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.link.Verdicts;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import redis.clients.jedis.exceptions.JedisException;

/** Looks whether a sink can work with the Redis of its settings, before a task needs it. */
public final class RedisCheck {
    private RedisCheck() {}

    /** What stands between the sink and its Redis; empty when nothing does. Logs what Redis should be set to. */
    public static Optional<String> problem(Map<String, String> properties) {
        try {
            RedisSettings settings = RedisSettings.of(properties);
            return problem(settings);
        } catch (ConfigException conflict) {
            return Optional.of(conflict.getMessage());
        }
    }

    private static Optional<String> problem(RedisSettings settings) {
        try (RedisLink redis = settings.endpoint().connect(1)) {
            MasterCheck.check(redis);
            return Optional.empty();
        } catch (JedisException e) {
            return Optional.of(Verdicts.of(settings.endpoint(), e).getMessage());
        } catch (StoreException e) {
            return Optional.of(e.getMessage());
        }
    }
}
