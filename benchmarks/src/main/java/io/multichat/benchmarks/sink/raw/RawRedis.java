package io.multichat.benchmarks.sink.raw;

import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.connect.sink.SinkRecord;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;

/**
 * What pipelined Jedis can do: the sink's keys with the sink's values, in plain commands, each batch one pipeline. It looks
 * at nothing that is there: an older value would overwrite a newer one.
 */
public final class RawRedis implements Contender {
    public static final String METHOD = """
            Raw Jedis: a command for each write (HSET body, ZADD, HSET snapshot, ZADD order), one SADD and one PEXPIREAT for \
            each key of a conversation, each batch one pipeline; grouped: all fields of a key in one command. No append-only \
            file.""";

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
        // Everything has been answered, and the connection is not this one's.
    }
}
