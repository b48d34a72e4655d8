package io.multichat.sinks.redis.link;

import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Connections to one Redis of any kind. Thread-safe. Connects on first use, so a link can be made while Redis is unavailable.
 * Until Redis is back, all methods except {@link #renew} and {@link #close} throw {@link JedisException}.
 */
public interface RedisLink extends AutoCloseable {
    /** The client for single commands; follows the redirections of a Cluster. */
    UnifiedJedis client();

    /** The master that holds a key, as far as this link knows. */
    HostAndPort masterOf(byte[] key);

    /** All masters that hold keys. */
    List<HostAndPort> masters();

    /** A connection to a master; close it after use. */
    Connection connect(HostAndPort master);

    /**
     * Tags such that each master holds the keys with at least one of them in braces. They depend on how the slots are
     * distributed, not on which servers are masters.
     */
    List<String> masterTags();

    /** Updates which master holds which slots, after one redirected a command or did not answer. Never throws. */
    void renew();

    @Override
    void close();
}
