package io.multichat.jobs.imports;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What an import published.
 *
 * @param read number of events in the file
 * @param oversized those that are too large to be published
 * @param invalid published ones that become dead letters: not valid, or too far in the future
 * @param lastOffsets offset of the last published record of each input partition
 */
record PublishedEvents(
        long read, CountedPlaces oversized, CountedPlaces invalid, Map<TopicPartition, Long> lastOffsets) {
    /** Number of records that Kafka has acknowledged. */
    long count() {
        return read - oversized.count();
    }
}
