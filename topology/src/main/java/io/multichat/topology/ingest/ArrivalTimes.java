package io.multichat.topology.ingest;

import io.multichat.events.Topics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/**
 * Stamps records with the time of their arrival, and remembers how long the latest record of each partition had waited in its
 * topic. Thread-safe.
 *
 * <p>Only {@code chat-messages} tells that, because the broker stamps its records; in other topics, the stamps of publishers may be
 * anything. Kafka Streams does not pass on who stamped a record.
 */
public final class ArrivalTimes implements TimestampExtractor {
    /** A record does not wait longer; an older stamp is a publisher's. */
    private static final long MOST_MS = 30L * 24 * 3_600_000;

    private final TimestampExtractor wallClock = new WallclockTimestampExtractor();
    private final Map<Integer, Long> waited = new ConcurrentHashMap<>();

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long now = wallClock.extract(record, partitionTime);
        if (record.topic().equals(Topics.MESSAGES)) {
            long waitedMs = now - record.timestamp();
            waited.put(record.partition(), waitedMs > MOST_MS ? 0 : waitedMs);
        }
        return now;
    }

    /** How long the latest record of this partition of the input topics had waited, in milliseconds; 0 if that is unknown. */
    public long waitedMs(int partition) {
        return waited.getOrDefault(partition, 0L);
    }
}
