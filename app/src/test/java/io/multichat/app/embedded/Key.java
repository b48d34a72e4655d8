package io.multichat.app.embedded;

import java.net.URI;
import redis.clients.jedis.RedisClient;

/**
 * One key of a Redis.
 *
 * @param redis where it is
 */
record Key(URI redis) {
    private static final String NAME = "key";

    void set(String value) {
        try (RedisClient client = RedisClient.create(redis)) {
            client.set(NAME, value);
        }
    }

    String get() {
        try (RedisClient client = RedisClient.create(redis)) {
            return client.get(NAME);
        }
    }
}
