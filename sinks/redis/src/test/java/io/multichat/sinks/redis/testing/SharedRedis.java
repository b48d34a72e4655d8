package io.multichat.sinks.redis.testing;

import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.read.RedisSessionReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.UnifiedJedis;

/** One Redis for all tests of a class, emptied before each test. */
public final class SharedRedis implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private TestRedis server;
    private UnifiedJedis client;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = TestRedis.start();
        client = server.client();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        client.flushAll();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        client.close();
        server.close();
    }

    public UnifiedJedis client() {
        return client;
    }

    public String uri() {
        return server.uri();
    }

    public RedisSessionReader reader() {
        return server.reader();
    }

    /** Writes as one batch of a sink with default settings. */
    public void write(SinkEntry... entries) {
        write(Map.of(), List.of(entries));
    }

    /** Writes as one batch of a sink with some settings changed. */
    public void write(Map<String, String> changed, List<SinkEntry> entries) {
        server.write(changed, entries);
    }
}
