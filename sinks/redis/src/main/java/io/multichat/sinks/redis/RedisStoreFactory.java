package io.multichat.sinks.redis;

import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.StoreFactory;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.write.RedisSinkStore;
import java.util.Map;
import java.util.function.LongSupplier;

/** Creates the stores that write to Redis. Everything is written before a task's {@code put} returns. */
public final class RedisStoreFactory implements StoreFactory {
    @Override
    public ConfiguredStore create(Map<String, String> settings, LongSupplier clockMs) {
        RedisSettings redis = RedisSettings.of(settings);
        return new ConfiguredStore(new RedisSinkStore(redis, clockMs), redis.topics());
    }
}
