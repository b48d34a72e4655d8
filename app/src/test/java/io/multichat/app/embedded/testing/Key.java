package io.multichat.app.embedded.testing;

import java.net.URI;
import redis.clients.jedis.RedisClient;

/**
 * A key in a Redis.
 *
 * @param redis the address of the Redis
 */
public record Key(URI redis) {
    private static final String NAME = "key";

    public void set(String value) {
        try (RedisClient client = RedisClient.create(redis)) {
            client.set(NAME, value);
        }
    }

    public String get() {
        try (RedisClient client = RedisClient.create(redis)) {
            return client.get(NAME);
        }
    }
}
