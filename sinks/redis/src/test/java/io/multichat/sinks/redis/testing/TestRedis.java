package io.multichat.sinks.redis.testing;

import io.multichat.sinks.redis.settings.EndpointKeys;
import io.multichat.sinks.redis.settings.RedisSettings;
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
public final class TestRedis implements AutoCloseable {
    private final int port;
    private final RedisServer server;

    private TestRedis(int port, RedisServer server) {
        this.port = port;
        this.server = server;
    }

    /** @param lines lines of its configuration, such as {@code maxmemory 1gb} */
    public static TestRedis start(String... lines) {
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
    public void startAgain() throws IOException {
        server.start();
    }

    public void stop() throws IOException {
        server.stop();
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    public UnifiedJedis client() {
        return settings(Map.of()).endpoint().connect(2).client();
    }

    /** Settings of a sink into this Redis, the given ones changed. */
    public RedisSettings settings(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(Map.of(EndpointKeys.URI, uri()));
        all.putAll(changed);
        return RedisSettings.of(all);
    }

    /** Sends a command of an administrator, such as {@code ACL SETUSER}. */
    public Object administer(Protocol.Command command, String... arguments) {
        try (UnifiedJedis redis = client()) {
            return redis.executeCommand(new CommandArguments(command).addObjects(List.of(arguments)));
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
