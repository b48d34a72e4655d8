package io.multichat.sinks.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A real Redis of its own on a free port of the loopback, in memory alone. */
final class TestRedis implements AutoCloseable {
    private final int port;
    private final RedisServer server;

    private TestRedis(int port, RedisServer server) {
        this.port = port;
        this.server = server;
    }

    /** @param lines lines of its configuration, such as {@code maxmemory 1gb} */
    static TestRedis start(String... lines) {
        IOException portTaken = null;
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                int port = FreePorts.next();
                RedisServerBuilder server = RedisServer.newRedisServer()
                        .port(port)
                        .bind("127.0.0.1")
                        .setting("save \"\"")
                        .setting("appendonly no");
                List.of(lines).forEach(server::setting);
                RedisServer built = server.build();
                built.start();
                return new TestRedis(port, built);
            } catch (IOException e) {
                portTaken = e; // by another process since it was found free
            }
        }
        throw new UncheckedIOException(portTaken);
    }

    /** Starts it again on the same port, empty. */
    void startAgain() throws IOException {
        server.start();
    }

    void stop() throws IOException {
        server.stop();
    }

    int port() {
        return port;
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    UnifiedJedis client() {
        return RedisEndpoint.of(uri()).connect(2).client();
    }

    /** Settings of a sink into this Redis, the given ones changed. */
    RedisSettings settings(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(Map.of(EndpointKeys.URI, uri()));
        all.putAll(changed);
        return RedisSettings.of(all);
    }

    /** Sends a command of an administrator, such as {@code ACL SETUSER}. */
    Object administer(Protocol.Command command, String... arguments) {
        try (UnifiedJedis redis = client()) {
            return redis.executeCommand(new CommandArguments(command).addObjects(List.of(arguments)));
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
