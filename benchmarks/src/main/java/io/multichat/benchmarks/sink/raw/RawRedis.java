package io.multichat.benchmarks.sink.raw;

import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.connect.sink.SinkRecord;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;

/**
 * The speed of pipelined Jedis: the keys and values of the sink in plain commands, each batch in one pipeline. It does not
 * check existing values, so an older value would overwrite a newer one.
 */
public final class RawRedis implements Contender {
    public static final String METHOD = """
            Raw Jedis: one command for each write (HSET body, ZADD, HSET snapshot, ZADD order), one SADD and one PEXPIREAT for \
            each key of a conversation, one pipeline for each batch. Grouped: one command for all fields of a key. Redis \
            writes its append-only file, as in dev.""";

    private final RedisClient client;
    private final BiConsumer<RedisWrites, AbstractPipeline> manner;

    public RawRedis(RedisClient client, BiConsumer<RedisWrites, AbstractPipeline> manner) {
        this.client = client;
        this.manner = manner;
    }

    @Override
    public Runnable prepared(List<SinkRecord> batch) {
        List<RedisWrites> conversations = RedisWrites.of(Decoded.of(batch));
        return () -> {
            try (AbstractPipeline pipeline = client.pipelined()) {
                conversations.forEach(writes -> manner.accept(writes, pipeline));
                pipeline.sync();
            }
        };
    }

    @Override
    public void finish() {
        // Every reply has arrived; the connection belongs to the caller.
    }
}
