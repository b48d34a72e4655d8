package io.multichat.topology.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/**
 * Stamps records with the time of their arrival, and remembers how long the latest record of each partition had waited in its
 * topic. Thread-safe.
 *
 * <p>The broker stamps the records of {@code chat-messages}; in other topics, publishers may do so, and Kafka Streams does not pass
 * on who did. A wrong stamp only changes the pace: snapshots and commits are rarer or more frequent.
 */
public final class ArrivalTimes implements TimestampExtractor {
    /** A record does not wait longer; an older stamp is a publisher's. */
    private static final long MOST_MS = 30L * 24 * 3_600_000;

    private final TimestampExtractor wallClock = new WallclockTimestampExtractor();
    private final Map<Integer, AtomicLong> waited = new ConcurrentHashMap<>();

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long now = wallClock.extract(record, partitionTime);
        long waitedMs = now - record.timestamp();
        ofPartition(record.partition()).set(waitedMs > MOST_MS ? 0 : waitedMs);
        return now;
    }

    /** How long the latest record of this partition of the input topics had waited, in milliseconds; 0 if that is unknown. */
    public long waitedMs(int partition) {
        return ofPartition(partition).get();
    }

    private AtomicLong ofPartition(int partition) {
        return waited.computeIfAbsent(partition, any -> new AtomicLong());
    }
}
