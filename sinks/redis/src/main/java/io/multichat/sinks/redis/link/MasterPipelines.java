package io.multichat.sinks.redis.link;

import java.util.LinkedHashMap;
import java.util.Map;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One pipeline to each master that has something to do. Calls are sent before the first answer is read, so that masters work at
 * the same time. Jedis' own pipeline of a Cluster is not used: it swallows a lost connection and starts threads for each batch.
 * Used by one thread.
 */
final class MasterPipelines implements AutoCloseable {
    private final RedisLink redis;
    private final Map<HostAndPort, Pipeline> pipelines = new LinkedHashMap<>();

    MasterPipelines(RedisLink redis) {
        this.redis = redis;
    }

    /** The pipeline to the master that holds a key. @throws JedisException when it does not answer */
    Pipeline to(byte[] key) {
        return pipelines.computeIfAbsent(redis.masterOf(key), master -> new Pipeline(redis.connect(master), true));
    }

    /** Waits for all answers. @throws JedisException when a connection is lost; the answers may then be there or not */
    void sync() {
        pipelines.values().forEach(Pipeline::sync);
    }

    /** Gives the connections back; never throws. */
    @Override
    public void close() {
        for (Pipeline pipeline : pipelines.values()) {
            try {
                pipeline.close();
            } catch (JedisException lost) {
                // Who waited for the answers knows; the connection is closed all the same.
            }
        }
    }
}
