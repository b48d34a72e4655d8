package io.multichat.sinks.redis.write;

import io.multichat.reading.StoreException;
import io.multichat.reading.StoreException.Verdict;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import io.multichat.sinks.redis.link.MasterCheck;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.link.Verdicts;
import io.multichat.sinks.redis.settings.RedisSettings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import redis.clients.jedis.exceptions.JedisException;

/** Writes messages and snapshots to Redis, a batch in one pipeline, everything before {@link #write} returns. */
public final class RedisStore implements SinkStore {
    // One for the pipeline, one to learn of a Cluster's changes meanwhile.
    private static final int CONNECTIONS = 2;

    private final RedisSettings settings;
    private final RedisLink redis;
    private final EntryWriter writer;
    private final Positions positions;
    private boolean isChecked;

    /**
     * Connects with the first question.
     *
     * @param clockMs a clock that never goes back, milliseconds
     */
    public RedisStore(RedisSettings settings, LongSupplier clockMs) {
        this.settings = settings;
        this.redis = settings.endpoint().connect(CONNECTIONS);
        this.writer = new EntryWriter(settings, redis);
        this.positions = new Positions(new PositionHashes(redis, settings.connector()), clockMs);
    }

    @Override
    public void take(Collection<TopicPartition> partitions) {
        positions.take(partitions);
    }

    /** {@inheritDoc} Before the first time it looks whether Redis is one to work with. */
    @Override
    public Map<TopicPartition, Long> positions() {
        return translated(() -> {
            if (!isChecked) {
                MasterCheck.check(redis);
                isChecked = true;
            }
            return positions.read();
        });
    }

    @Override
    public void setBack(TopicPartition partition, long offset) {
        translated(() -> {
            positions.setBack(partition, offset);
            return offset;
        });
    }

    @Override
    public void write(List<SinkEntry> entries) {
        writer.write(entries);
    }

    @Override
    public Progress passed(Map<TopicPartition, OffsetRange> read) {
        return translated(() -> positions.passed(read));
    }

    @Override
    public void abandon() {
        // Everything that was written stays, and is written again.
    }

    @Override
    public void release(Collection<TopicPartition> partitions) {
        positions.release(partitions);
    }

    @Override
    public void close() {
        redis.close();
    }

    private <T> T translated(Supplier<T> question) {
        try {
            return question.get();
        } catch (JedisException e) {
            redis.renew();
            StoreException error = Verdicts.of(settings.endpoint(), e);
            // No record is to blame when it is the positions that cannot be read.
            throw error.verdict() == Verdict.REPORT
                    ? new StoreException(Verdict.STOP, error.getMessage() + "; delete the keys mc:positions:*", e)
                    : error;
        }
    }
}
