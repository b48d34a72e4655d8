package io.multichat.sinks.redis;

import io.multichat.sinks.core.conformance.SinkConformance;
import io.multichat.sinks.redis.testing.RedisUnderTest;
import io.multichat.sinks.redis.testing.TestRedis;
import java.io.IOException;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The Redis sink passes the conformance kit. */
class RedisConformanceTest extends SinkConformance {
    private static TestRedis server;

    RedisConformanceTest() {
        super(() -> new RedisUnderTest(server));
    }

    @BeforeContainer
    static void start() {
        server = TestRedis.start();
    }

    @AfterContainer
    static void stop() throws IOException {
        server.close();
    }
}
