package io.multichat.sinks.redis.settings;

import io.multichat.reading.StoreException;
import io.multichat.sinks.redis.link.MasterCheck;
import io.multichat.sinks.redis.link.RedisErrors;
import io.multichat.sinks.redis.link.RedisLink;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import redis.clients.jedis.exceptions.JedisException;

/** Checks, before a task starts, that the sink can work with the Redis named in its settings. */
public final class RedisCheck {
    private RedisCheck() {}

    /** Why the sink cannot work with Redis; empty if it can. Logs a warning if Redis should be configured differently. */
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
            return Optional.of(RedisErrors.of(settings.endpoint(), e).getMessage());
        } catch (StoreException e) {
            return Optional.of(e.getMessage());
        }
    }
}
