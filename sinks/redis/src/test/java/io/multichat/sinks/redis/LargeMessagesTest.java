package io.multichat.sinks.redis;

import io.multichat.sinks.core.testing.LargeMessages;
import io.multichat.sinks.redis.read.RedisSessionReader;
import io.multichat.sinks.redis.testing.SharedRedis;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LargeMessagesTest {
    @RegisterExtension
    static final SharedRedis REDIS = new SharedRedis();

    @Test
    void pagesEndBeforeTheyAreTooLarge() {
        LargeMessages.store(
                new RedisSinkConnector(),
                Map.of("name", "redis-sink", "redis.uri", REDIS.uri(), "redis.messages.max.bytes", "128MiB"));

        try (RedisSessionReader reader = REDIS.reader()) {
            LargeMessages.checkPages(reader);
        }
    }
}
