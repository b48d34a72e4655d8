package io.multichat.sinks.redis.link;

import java.util.List;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.ConnectionProvider;

/** A link to one master that holds everything: a single server, or the current master that Sentinels monitor. */
final class SingleRedisLink implements RedisLink {
    // A placeholder: whichever server is the master at the moment, it is the only one.
    private static final HostAndPort MASTER = new HostAndPort("master", 0);
    private static final List<String> TAGS = List.of("0");

    private final ConnectOnUse<ConnectionProvider> provider;
    private final ConnectOnUse<UnifiedJedis> client;

    /** @param provider connects; may throw while Redis or its Sentinels are unavailable */
    SingleRedisLink(Supplier<ConnectionProvider> provider) {
        this.provider = new ConnectOnUse<>(provider);
        this.client = new ConnectOnUse<>(() ->
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
        // The Sentinels announce a new master themselves.
    }

    @Override
    public void close() {
        provider.close();
    }
}
