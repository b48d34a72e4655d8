package io.multichat.sinks.redis;

import io.multichat.sinks.core.Delivery;
import io.multichat.sinks.core.EntryDecoder;
import io.multichat.sinks.core.RetryBackoff;
import io.multichat.sinks.core.SinkVersion;
import io.multichat.sinks.core.StoreException;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Writes the records of its partitions to Redis. Everything is written before {@code put} returns, so the offsets that
 * Connect commits are those of written records and nothing is left to flush.
 */
public final class RedisSinkTask extends SinkTask {
    private RedisStoreWriter writer;
    private Delivery delivery;
    private final RetryBackoff backoff = new RetryBackoff();

    @Override
    public String version() {
        return SinkVersion.get();
    }

    @Override
    public void start(Map<String, String> props) {
        RedisSettings settings = RedisSettings.of(props);
        writer = new RedisStoreWriter(settings);
        delivery = new Delivery(new EntryDecoder(settings.topics()), writer, context.errantRecordReporter());
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        try {
            delivery.deliver(records);
            backoff.reset();
        } catch (StoreException e) {
            if (e.verdict() == StoreException.Verdict.RETRY) {
                context.timeout(backoff.nextMs());
            }
            throw e.toConnect();
        }
    }

    @Override
    public void stop() {
        if (writer != null) {
            writer.close();
        }
    }
}
