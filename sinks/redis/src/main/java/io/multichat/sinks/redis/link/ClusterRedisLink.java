package io.multichat.sinks.redis.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * A link to the masters of a Redis Cluster. Its tags belong to every 1,024th slot, because these tags stay the same when slots
 * move to other masters, and to the lowest slot of each master that holds none of those.
 */
final class ClusterRedisLink implements RedisLink {
    private static final int SLOTS = 16_384;
    private static final List<Integer> FIXED_SLOTS =
            IntStream.range(0, 16).mapToObj(part -> part * SLOTS / 16).toList();

    private final ConnectOnUse<ClusterConnectionProvider> provider;
    private final ConnectOnUse<UnifiedJedis> client;

    /**
     * @param provider connects; throws while no node answers
     * @param client makes a client that uses the provider
     */
    ClusterRedisLink(ConnectOnUse<ClusterConnectionProvider> provider, Supplier<UnifiedJedis> client) {
        this.provider = provider;
        this.client = new ConnectOnUse<>(client);
    }

    @Override
    public UnifiedJedis client() {
        return client.get();
    }

    @Override
    public HostAndPort masterOf(byte[] key) {
        return masterOf(JedisClusterCRC16.getSlot(key));
    }

    @Override
    public List<HostAndPort> masters() {
        return IntStream.range(0, SLOTS).mapToObj(this::masterOf).distinct().toList();
    }

    @Override
    public Connection connect(HostAndPort master) {
        return provider.get().getConnection(master);
    }

    @Override
    public List<String> masterTags() {
        List<Integer> slots = new ArrayList<>(FIXED_SLOTS);
        Set<HostAndPort> masters = new HashSet<>();
        slots.forEach(slot -> masters.add(masterOf(slot)));
        for (int slot = 0; slot < SLOTS; slot++) {
            if (masters.add(masterOf(slot))) {
                slots.add(slot);
            }
        }
        return tags(slots);
    }

    @Override
    public void renew() {
        try {
            provider.get().renewSlotCache();
        } catch (JedisException unavailable) {
            // The next command tries again.
        }
    }

    @Override
    public void close() {
        provider.close();
    }

    private HostAndPort masterOf(int slot) {
        return Optional.ofNullable(provider.get().getNode(slot)).orElseGet(() -> {
            renew();
            return Optional.ofNullable(provider.get().getNode(slot))
                    .orElseThrow(() -> new JedisClusterOperationException("no master holds slot " + slot));
        });
    }

    /** For each slot a short text that hashes to it; about one text in 16,384 does. */
    private static List<String> tags(List<Integer> slots) {
        String[] tags = new String[SLOTS];
        int missing = slots.size();
        for (int number = 0; missing > 0; number++) {
            String tag = Integer.toString(number);
            int slot = JedisClusterCRC16.getSlot(tag);
            if (tags[slot] == null) {
                tags[slot] = tag;
                missing -= slots.contains(slot) ? 1 : 0;
            }
        }
        return slots.stream().map(slot -> tags[slot]).toList();
    }
}
