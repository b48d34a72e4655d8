package io.multichat.sinks.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;
import redis.embedded.RedisServer;

/** A real Redis of its own on a free port of the loopback, in memory alone. */
final class TestRedis implements AutoCloseable {
    private final int port;
    private final RedisServer server;

    private TestRedis(int port, RedisServer server) {
        this.port = port;
        this.server = server;
    }

    static TestRedis start() {
        IOException portTaken = null;
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                int port = freePort();
                RedisServer server = RedisServer.newRedisServer()
                        .port(port)
                        .bind("127.0.0.1")
                        .setting("save \"\"")
                        .setting("appendonly no")
                        .build();
                server.start();
                return new TestRedis(port, server);
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

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    UnifiedJedis client() {
        return RedisEndpoint.parse(uri()).connect(2);
    }

    /** Settings of a sink into this Redis, the given ones changed. */
    RedisSettings settings(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(Map.of(RedisSettings.URI, uri()));
        all.putAll(changed);
        return RedisSettings.of(all);
    }

    /** Sends a command of an administrator, such as {@code ACL SETUSER}. */
    void administer(Protocol.Command command, String... arguments) {
        try (UnifiedJedis redis = client()) {
            redis.executeCommand(new CommandArguments(command).addObjects(List.of(arguments)));
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
