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
 * The masters of a Redis Cluster. Tags are of every 1,024th slot, since such a tag stays when slots move to other masters, and of
 * the lowest slot of each master that holds none of these.
 */
final class ClusterRedisLink implements RedisLink {
    private static final int SLOTS = 16_384;
    private static final List<Integer> FIXED_SLOTS =
            IntStream.range(0, 16).mapToObj(part -> part * SLOTS / 16).toList();

    private final Lazy<ClusterConnectionProvider> provider;
    private final Lazy<UnifiedJedis> client;

    /**
     * @param provider connects, and throws while no node answers
     * @param client a client over that provider
     */
    ClusterRedisLink(Lazy<ClusterConnectionProvider> provider, Supplier<UnifiedJedis> client) {
        this.provider = provider;
        this.client = new Lazy<>(client);
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
        } catch (JedisException away) {
            // The next command looks again.
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

    /** For each slot a short text that belongs to it; one of 16,384 does. */
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
