package io.multichat.sinks.redis.testing;

import io.multichat.reading.SessionReader;
import io.multichat.sinks.core.StoreFactory;
import io.multichat.sinks.core.conformance.Aspect;
import io.multichat.sinks.core.conformance.Circumstances;
import io.multichat.sinks.core.conformance.SinkUnderTest;
import io.multichat.sinks.core.conformance.Traits;
import io.multichat.sinks.redis.RedisStoreFactory;
import io.multichat.sinks.redis.settings.EndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import redis.clients.jedis.UnifiedJedis;

/** A task that writes to a Redis emptied beforehand. */
public final class RedisUnderTest implements SinkUnderTest {
    private final TestRedis server;
    private final UnifiedJedis redis;
    private final RedisTrouble trouble;

    public RedisUnderTest(TestRedis server) {
        this.server = server;
        redis = server.client();
        redis.flushAll();
        trouble = new RedisTrouble(server, redis);
    }

    @Override
    public StoreFactory stores() {
        return new RedisStoreFactory();
    }

    @Override
    public LongSupplier clockMs() {
        return trouble.clockMs::get;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("name", "conformance", EndpointConfig.URI, server.uri());
    }

    @Override
    public Circumstances circumstances() {
        return trouble;
    }

    @Override
    public Traits traits() {
        return new Traits(
                Set.of(Aspect.MESSAGES, Aspect.SESSIONS), entry -> false, true, true, true, Traits.Loss.ANY_TIME);
    }

    @Override
    public List<String> contents(Aspect aspect) {
        KeyContents contents = new KeyContents(redis);
        return aspect == Aspect.MESSAGES ? contents.messages() : contents.sessions();
    }

    @Override
    public List<String> faults() {
        return new KeyContents(redis).faults();
    }

    @Override
    public Optional<SessionReader> reader() {
        return Optional.of(server.reader());
    }

    @Override
    public void close() {
        trouble.heal();
        redis.close();
    }
}
