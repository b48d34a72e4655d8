package io.multichat.sinks.redis;

import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.StoreException;
import io.multichat.sinks.core.StoreWriter;
import java.util.Comparator;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Writes messages and snapshots to Redis, a batch in one pipeline, everything before {@link #write} returns. */
final class RedisStoreWriter implements StoreWriter {
    private static final Script WRITE = Script.named("write.lua");

    private final RedisSettings settings;
    private final UnifiedJedis redis;

    /** Connects with the first write. */
    RedisStoreWriter(RedisSettings settings) {
        this.settings = settings;
        this.redis = settings.endpoint().connect(1);
    }

    /**
     * {@inheritDoc}
     *
     * <p>When calls fail for several reasons, the gravest decides: nothing is reported while Redis is away.
     */
    @Override
    public void write(List<SinkEntry> entries) {
        List<ScriptCall> calls = WriteBatch.calls(entries, settings);
        if (calls.isEmpty()) {
            return;
        }
        errorsOf(calls).stream()
                .map(error -> Verdicts.of(settings.endpoint(), error))
                .max(Comparator.comparing(StoreException::verdict))
                .ifPresent(gravest -> {
                    throw gravest;
                });
    }

    @Override
    public void close() {
        redis.close();
    }

    private List<? extends JedisException> errorsOf(List<ScriptCall> calls) {
        try {
            return WRITE.runAll(redis, calls);
        } catch (JedisException connectionLost) {
            return List.of(connectionLost);
        }
    }
}
