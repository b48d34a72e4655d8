package io.multichat.sinks.redis.link;

import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Connections to one Redis, whatever kind it is of. Thread-safe. Connects when it is used first, so that none fails to be made
 * because Redis is away; all but {@link #renew} and {@link #close} throw {@link JedisException} while it is.
 */
public interface RedisLink extends AutoCloseable {
    /** For single commands; follows the redirections of a Cluster. */
    UnifiedJedis client();

    /** The master that holds a key, as far as is known. */
    HostAndPort masterOf(byte[] key);

    /** All masters that hold keys. */
    List<HostAndPort> masters();

    /** A connection to a master, to be closed after use. */
    Connection connect(HostAndPort master);

    /**
     * Tags of which each master holds at least one: a key with such a tag in braces lies there. They depend on which slots lie
     * together, not on which server is master.
     */
    List<String> masterTags();

    /** Looks which master holds what, after one redirected a command or did not answer. Never throws. */
    void renew();

    @Override
    void close();
}
