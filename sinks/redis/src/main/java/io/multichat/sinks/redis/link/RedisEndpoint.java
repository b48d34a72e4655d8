package io.multichat.sinks.redis.link;

import java.time.Duration;
import java.util.stream.Collectors;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.providers.SentineledConnectionProvider;

/**
 * The Redis that the settings name. The only class that knows which kind of Redis it is; all others use the {@link RedisLink}
 * that {@link #connect} returns.
 *
 * @param settings free of conflicts
 */
public record RedisEndpoint(EndpointSettings settings) {
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final int ANSWER_TIMEOUT_MS = 10_000;
    private static final int ATTEMPTS_IN_CLUSTER = 3;

    /**
     * A link to this Redis. It connects on first use, so this method does not fail while Redis is unavailable.
     *
     * @param connections maximum number of connections to each master; further threads wait up to 2 s for one
     */
    public RedisLink connect(int connections) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(Duration.ofMillis(CONNECT_TIMEOUT_MS));
        // A restarted Redis has closed all idle connections. Without a test, each of them would fail one request.
        pool.setTestOnBorrow(true);
        JedisClientConfig client = client(settings.redisLogin(), settings.uri().database());
        return switch (settings.mode()) {
            case STANDALONE -> {
                HostAndPort server = settings.uri().servers().iterator().next();
                yield new SingleRedisLink(() -> new PooledConnectionProvider(server, client, pool));
            }
            case SENTINEL -> {
                JedisClientConfig sentinel = client(settings.sentinelLogin(), 0);
                yield new SingleRedisLink(() -> new SentineledConnectionProvider(
                        settings.sentinelMaster(), client, pool, settings.uri().servers(), sentinel));
            }
            case CLUSTER -> cluster(client, pool);
        };
    }

    /** True for a Redis Cluster. */
    public boolean isCluster() {
        return settings.mode() == RedisMode.CLUSTER;
    }

    /** Hosts and ports, without credentials. */
    @Override
    public String toString() {
        return settings.uri().servers().stream().map(HostAndPort::toString).collect(Collectors.joining(","));
    }

    private RedisLink cluster(JedisClientConfig client, ConnectionPoolConfig pool) {
        ConnectOnUse<ClusterConnectionProvider> provider = new ConnectOnUse<>(
                () -> new ClusterConnectionProvider(settings.uri().servers(), client, pool));
        return new ClusterRedisLink(
                provider,
                () -> RedisClusterClient.builder()
                        .nodes(settings.uri().servers())
                        .clientConfig(client)
                        .connectionProvider(provider.get())
                        .maxAttempts(ATTEMPTS_IN_CLUSTER)
                        .maxTotalRetriesDuration(Duration.ofMillis(CONNECT_TIMEOUT_MS))
                        .build());
    }

    private JedisClientConfig client(Credentials login, int database) {
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(CONNECT_TIMEOUT_MS)
                .socketTimeoutMillis(ANSWER_TIMEOUT_MS)
                .clientName("multichat")
                .database(database);
        login.applyTo(client);
        if (settings.uri().tls()) {
            client.sslOptions(settings.tls().options());
        }
        return client.build();
    }
}
