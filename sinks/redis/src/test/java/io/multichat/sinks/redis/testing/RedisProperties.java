package io.multichat.sinks.redis.testing;

import io.multichat.events.Conversation;
import java.io.IOException;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import redis.clients.jedis.UnifiedJedis;

/** Properties of one conversation in a Redis that all tries of the class share; each try empties it first. */
public abstract class RedisProperties {
    protected static final long NOON = 1_700_000_000_000L;
    protected static final Conversation GENERAL = Conversation.of("slack", "general");
    protected static final Entries ENTRIES = new Entries(GENERAL);

    protected static TestRedis server;
    protected static UnifiedJedis redis;

    @BeforeContainer
    protected static void start() {
        server = TestRedis.start();
        redis = server.client();
    }

    @AfterContainer
    protected static void stop() throws IOException {
        redis.close();
        server.close();
    }
}
