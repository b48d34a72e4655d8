package io.multichat.sinks.redis;

import io.multichat.sinks.core.SinkVersion;
import io.multichat.sinks.core.loop.SinkLoop;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.write.RedisSinkStore;
import java.util.Collection;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** Writes the records of its partitions to Redis. Everything is written before {@code put} returns. */
public final class RedisSinkTask extends SinkTask {
    private final LongSupplier clockMs;
    private SinkLoop loop;

    /** For Connect. */
    public RedisSinkTask() {
        this(SinkLoop::clockMs);
    }

    /** @param clockMs a clock that never goes back, milliseconds */
    public RedisSinkTask(LongSupplier clockMs) {
        this.clockMs = clockMs;
    }

    @Override
    public String version() {
        return SinkVersion.get();
    }

    @Override
    public void start(Map<String, String> properties) {
        RedisSettings settings = RedisSettings.of(properties);
        loop = new SinkLoop(new RedisSinkStore(settings, clockMs), settings.topics(), context, clockMs);
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        loop.open(partitions);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        loop.put(records);
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> delivered) {
        return loop.preCommit();
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        loop.close(partitions);
    }

    @Override
    public void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
