package io.multichat.sinks.redis;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import io.multichat.sinks.core.StoreException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Writes messages and snapshots to Redis, a batch in one pipeline, everything before {@link #write} returns. Keeps its positions in
 * memory: where it does not know one, reading goes on where Connect's offsets say.
 */
final class RedisStore implements SinkStore {
    private static final Script WRITE = Script.named("write.lua");

    private final RedisSettings settings;
    private final UnifiedJedis redis;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    /** Connects with the first write. */
    RedisStore(RedisSettings settings) {
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
    public void take(Collection<TopicPartition> partitions) {
        // Whoever writes to Redis needs nothing of others.
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        return Map.copyOf(positions);
    }

    @Override
    public void setBack(TopicPartition partition, long offset) {
        positions.put(partition, offset);
    }

    @Override
    public Progress passed(Map<TopicPartition, OffsetRange> read) {
        read.forEach((partition, range) -> positions.put(partition, range.next()));
        return new Progress(Map.copyOf(positions), false, Long.MAX_VALUE);
    }

    @Override
    public void abandon() {
        // Everything that was written stays, and is written again.
    }

    @Override
    public void release(Collection<TopicPartition> partitions) {
        positions.keySet().removeAll(Set.copyOf(partitions));
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
