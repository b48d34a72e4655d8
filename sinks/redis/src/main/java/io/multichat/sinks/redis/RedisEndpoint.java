package io.multichat.sinks.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;

/**
 * The Redis that a URI names: {@code redis://[user:password@]host[:port][/database]}, {@code rediss://} with TLS. The only
 * place that knows what kind of Redis is there: all others see the client that {@link #connect} gives.
 *
 * <p>The URI may hold a password, so no message repeats any part of it but host and port.
 */
final class RedisEndpoint {
    private static final int DEFAULT_PORT = 6379;
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final int ANSWER_TIMEOUT_MS = 10_000;

    private final HostAndPort address;
    private final DefaultJedisClientConfig client;

    private RedisEndpoint(HostAndPort address, DefaultJedisClientConfig client) {
        this.address = address;
        this.client = client;
    }

    /** @throws IllegalArgumentException when it is no such URI; the message tells the rule and not the URI */
    static RedisEndpoint parse(String text) {
        URI uri = uri(text);
        boolean tls = "rediss".equals(uri.getScheme());
        if (!tls && !"redis".equals(uri.getScheme())) {
            throw new IllegalArgumentException("the URI must begin with redis:// or rediss://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("the URI has no valid host name (letters, digits, dots, hyphens)");
        }
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(CONNECT_TIMEOUT_MS)
                .socketTimeoutMillis(ANSWER_TIMEOUT_MS)
                .clientName("multichat")
                .database(database(uri));
        if (tls) {
            client.sslOptions(SslOptions.defaults()); // checks certificate and host name
        }
        Optional.ofNullable(uri.getUserInfo()).ifPresent(user -> authenticate(client, user));
        int port = uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
        return new RedisEndpoint(new HostAndPort(uri.getHost(), port), client.build());
    }

    /**
     * A thread-safe client. Connects when it is used first, so this never fails because Redis is away.
     *
     * @param connections how many threads may ask at a time; further ones wait a little
     */
    UnifiedJedis connect(int connections) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(Duration.ofMillis(CONNECT_TIMEOUT_MS));
        // A restarted Redis has closed all idle connections; without a look at them each would fail one request.
        pool.setTestOnBorrow(true);
        return RedisClient.builder()
                .hostAndPort(address)
                .clientConfig(client)
                .poolConfig(pool)
                .build();
    }

    /** Host and port. */
    @Override
    public String toString() {
        return address.toString();
    }

    private static URI uri(String text) {
        try {
            return new URI(text.trim());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "it is not a URI such as redis://user:password@host:6379 (percent-encode special characters): "
                            + e.getReason() + " at character " + e.getIndex());
        }
    }

    private static int database(URI uri) {
        String path = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
        if (path.isEmpty()) {
            return 0;
        }
        if (!path.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("the path of the URI must be the number of a database");
        }
        return Integer.parseInt(path);
    }

    private static void authenticate(DefaultJedisClientConfig.Builder client, String userInfo) {
        int colon = userInfo.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("the URI names a user without a password; write user:password@");
        }
        if (colon > 0) {
            client.user(userInfo.substring(0, colon));
        }
        client.password(userInfo.substring(colon + 1));
    }
}
