package io.multichat.sinks.redis.testing;

import io.multichat.sinks.redis.settings.EndpointConfig;
import java.io.IOException;
import java.util.Map;
import redis.embedded.RedisSentinel;
import redis.embedded.core.RedisSentinelBuilder;

/**
 * A real Sentinel that watches a master and requires its own password.
 *
 * @param properties the connection settings of a sink or reader; they name an unreachable Sentinel first, then this one
 */
public record TestSentinel(RedisSentinel server, Map<String, String> properties) implements AutoCloseable {
    private static final String MASTER = "chat-master";
    private static final String PASSWORD = "watched";

    /** Starts a Sentinel that replaces an unreachable master after half a second. */
    public static TestSentinel watch(TestRedis master) throws IOException {
        int port = FreePorts.next();
        RedisSentinelBuilder watching = RedisSentinel.newRedisSentinel()
                .port(port)
                .bind("127.0.0.1")
                .masterName(MASTER)
                .masterPort(master.port())
                .quorumSize(1)
                .downAfterMilliseconds(500L)
                .failOverTimeout(2_000L)
                .parallelSyncs(1)
                .setting("requirepass " + PASSWORD);
        watching.addDefaultReplicationGroup();
        RedisSentinel server = watching.build();
        server.start();
        return new TestSentinel(
                server,
                Map.of(
                        EndpointConfig.URI,
                        "redis://127.0.0.1:1,127.0.0.1:" + port,
                        EndpointConfig.MODE,
                        "sentinel",
                        EndpointConfig.SENTINEL_MASTER,
                        MASTER,
                        EndpointConfig.SENTINEL_PASSWORD,
                        PASSWORD));
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
