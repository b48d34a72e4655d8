package io.multichat.sinks.redis.write;

import io.multichat.reading.StoreException;
import io.multichat.reading.StoreException.Verdict;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import io.multichat.sinks.redis.link.MasterCheck;
import io.multichat.sinks.redis.link.RedisErrors;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.settings.RedisSettings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import redis.clients.jedis.exceptions.JedisException;

/** The sink's store in Redis. Holds nothing back: every entry is in Redis before {@link #write} returns. */
public final class RedisSinkStore implements SinkStore {
    // One for the pipeline, one to look up changes of a Cluster at the same time.
    private static final int CONNECTIONS = 2;

    private final RedisSettings settings;
    private final RedisLink redis;
    private final EntryWriter writer;
    private final Positions positions;
    private final LongSupplier clockMs;
    private final Optional<AppendOnlyRewrite> rewrite;
    private boolean isChecked;

    /**
     * A store that connects on first use.
     *
     * @param clockMs a monotonic clock, milliseconds
     */
    public RedisSinkStore(RedisSettings settings, LongSupplier clockMs) {
        this.settings = settings;
        this.redis = settings.endpoint().connect(CONNECTIONS);
        this.writer = new EntryWriter(settings, redis);
        this.positions = new Positions(new PositionHashes(redis, settings.connector()), clockMs);
        this.clockMs = clockMs;
        this.rewrite = settings.eraseRewrite()
                ? Optional.of(new AppendOnlyRewrite(redis, clockMs.getAsLong()))
                : Optional.empty();
    }

    @Override
    public void take(Collection<TopicPartition> partitions) {
        positions.take(partitions);
    }

    /** {@inheritDoc} The first call also checks that the sink can work with this Redis. */
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
        if (entries.stream().anyMatch(SinkEntry.Erasure.class::isInstance)) {
            rewrite.ifPresent(due -> due.request(clockMs.getAsLong()));
        }
    }

    @Override
    public Progress passed(Map<TopicPartition, OffsetRange> read) {
        return translated(() -> {
            Progress progress = positions.passed(read);
            long untilRewriteMs =
                    rewrite.map(due -> due.run(clockMs.getAsLong())).orElse(Long.MAX_VALUE);
            return new Progress(
                    progress.durable(), progress.displaced(), Math.min(progress.untilDueMs(), untilRewriteMs));
        });
    }

    @Override
    public void abandon() {
        // Everything written stays in Redis, and writing it again changes nothing.
    }

    @Override
    public void release(Collection<TopicPartition> partitions) {
        positions.release(partitions);
    }

    @Override
    public void close() {
        redis.close();
    }

    private <T> T translated(Supplier<T> request) {
        try {
            return request.get();
        } catch (JedisException e) {
            redis.renew();
            StoreException error = RedisErrors.of(settings.endpoint(), e);
            // If the positions cannot be read, no record is at fault.
            throw error.verdict() == Verdict.REPORT
                    ? new StoreException(Verdict.STOP, error.getMessage() + "; delete the keys mc:positions:*", e)
                    : error;
        }
    }
}
