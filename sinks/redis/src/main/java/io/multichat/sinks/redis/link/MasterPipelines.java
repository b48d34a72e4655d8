package io.multichat.sinks.redis.link;

import java.util.LinkedHashMap;
import java.util.Map;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One pipeline to each master that is needed. All calls are sent before the first reply is read, so the masters work in parallel.
 * Jedis' own Cluster pipeline is not used, because it swallows lost connections and starts threads for each batch. Not
 * thread-safe.
 */
final class MasterPipelines implements AutoCloseable {
    private final RedisLink redis;
    private final Map<HostAndPort, Pipeline> pipelines = new LinkedHashMap<>();

    MasterPipelines(RedisLink redis) {
        this.redis = redis;
    }

    /**
     * The pipeline to the master that holds a key.
     *
     * @throws JedisException if the master does not answer
     */
    Pipeline to(byte[] key) {
        return pipelines.computeIfAbsent(redis.masterOf(key), master -> new Pipeline(redis.connect(master), true));
    }

    /**
     * Waits for all replies.
     *
     * @throws JedisException if a connection is lost; some replies may have arrived
     */
    void sync() {
        pipelines.values().forEach(Pipeline::sync);
    }

    /** Returns the connections to their pools. Never throws. */
    @Override
    public void close() {
        for (Pipeline pipeline : pipelines.values()) {
            try {
                pipeline.close();
            } catch (JedisException lost) {
                // sync() has already reported the loss, and the connection is closed anyway.
            }
        }
    }
}
