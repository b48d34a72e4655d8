package io.multichat.sinks.redis.testing;

import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.read.RedisSessionReader;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.write.RedisSinkStore;
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

/** A real Redis on a free port of the loopback address, only in memory. */
public record TestRedis(int port, RedisServer server) implements AutoCloseable {
    /**
     * Starts a server.
     *
     * @param lines lines of its configuration, such as {@code maxmemory 1gb}
     */
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
                portTaken = e; // by another process after it was found free
            }
        }
        throw new UncheckedIOException(portTaken);
    }

    /** Starts the stopped server again on the same port, empty unless it was saved. */
    public void startAgain() throws IOException {
        server.start();
    }

    public void stop() throws IOException {
        server.stop();
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    public UnifiedJedis client() {
        return settings(Map.of()).endpoint().connect(2).client();
    }

    /** Settings of a sink that writes to this Redis, with some changed. */
    public RedisSettings settings(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(Map.of(EndpointConfig.URI, uri()));
        all.putAll(changed);
        return RedisSettings.of(all);
    }

    /** Writes as one batch of a sink, with some settings changed. */
    public void write(Map<String, String> changed, List<SinkEntry> entries) {
        try (RedisSinkStore writer = new RedisSinkStore(settings(changed), () -> 0)) {
            writer.write(entries);
        }
    }

    /** A reader of this Redis. */
    public RedisSessionReader reader() {
        return RedisSessionReader.of(Map.of(EndpointConfig.URI, uri()));
    }

    /** Sends an administrative command, such as {@code ACL SETUSER}. */
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
