package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.Delivery;
import io.multichat.sinks.core.EntryDecoder;
import io.multichat.sinks.core.RetryBackoff;
import io.multichat.sinks.core.SinkVersion;
import io.multichat.sinks.core.StoreException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** Writes transcript and snapshots to the file, and goes on where the file says that it stopped. */
public final class SqliteSinkTask extends SinkTask {
    private final RetryBackoff backoff = new RetryBackoff();
    private SqliteStoreWriter writer;
    private Delivery delivery;

    @Override
    public String version() {
        return SinkVersion.get();
    }

    @Override
    public void start(Map<String, String> properties) {
        SqliteSettings settings = SqliteSettings.of(properties);
        writer = new SqliteStoreWriter(settings);
        delivery = new Delivery(new EntryDecoder(settings.topics()), writer, context.errantRecordReporter());
    }

    /** Sends the consumer to the offsets in the file: the group's may be ahead of a file that was lost or restored. */
    @Override
    public void open(Collection<TopicPartition> partitions) {
        try {
            context.offset(writer.resume(partitions));
        } catch (StoreException e) {
            throw e.toConnect();
        }
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        try {
            delivery.deliver(records);
            writer.passed(nextOffsets(records));
            backoff.reset();
        } catch (StoreException e) {
            if (e.verdict() == StoreException.Verdict.RETRY) {
                context.timeout(backoff.nextMs());
            }
            throw e.toConnect();
        }
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        writer.forget(partitions);
    }

    @Override
    public void stop() {
        if (writer != null) {
            writer.close();
        }
    }

    private static Map<TopicPartition, Long> nextOffsets(Collection<SinkRecord> records) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (SinkRecord record : records) {
            offsets.merge(
                    new TopicPartition(record.originalTopic(), record.originalKafkaPartition()),
                    record.originalKafkaOffset() + 1,
                    Math::max);
        }
        return offsets;
    }
}
