package io.multichat.sinks.redis.link;

import java.util.List;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.ConnectionProvider;

/** One master at a time, which holds everything: a single server, or the one that Sentinels name. */
final class SingleRedisLink implements RedisLink {
    // Whoever it is at the moment, it is the only one.
    private static final HostAndPort MASTER = new HostAndPort("master", 0);
    private static final List<String> TAGS = List.of("0");

    private final Lazy<ConnectionProvider> provider;
    private final Lazy<UnifiedJedis> client;

    /** @param provider connects, and may throw while Redis or its Sentinels are away */
    SingleRedisLink(Supplier<ConnectionProvider> provider) {
        this.provider = new Lazy<>(provider);
        this.client = new Lazy<>(() ->
                RedisClient.builder().connectionProvider(this.provider.get()).build());
    }

    @Override
    public UnifiedJedis client() {
        return client.get();
    }

    @Override
    public HostAndPort masterOf(byte[] key) {
        return MASTER;
    }

    @Override
    public List<HostAndPort> masters() {
        return List.of(MASTER);
    }

    @Override
    public Connection connect(HostAndPort master) {
        return provider.get().getConnection();
    }

    @Override
    public List<String> masterTags() {
        return TAGS;
    }

    @Override
    public void renew() {
        // Sentinels tell on their own when there is another master.
    }

    @Override
    public void close() {
        provider.close();
    }
}
