package io.multichat.topology.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/**
 * Stamps records with the time of their arrival, and remembers how long the latest record of each partition had waited in its
 * topic. Thread-safe.
 *
 * <p>Only topics in which the broker stamps records tell that: the stamps of a publisher may be anything.
 */
public final class ArrivalTimes implements TimestampExtractor {
    private final TimestampExtractor wallClock = new WallclockTimestampExtractor();
    private final Map<Integer, Long> waited = new ConcurrentHashMap<>();

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long now = wallClock.extract(record, partitionTime);
        if (record.timestampType() == TimestampType.LOG_APPEND_TIME) {
            waited.put(record.partition(), now - record.timestamp());
        }
        return now;
    }

    /** How long the latest record of this partition of the input topics had waited, in milliseconds; 0 if that is unknown. */
    public long waitedMs(int partition) {
        return waited.getOrDefault(partition, 0L);
    }
}
