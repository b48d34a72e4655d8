package io.multichat.jobs.imports;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What an import published.
 *
 * @param read number of events in the files
 * @param resumed those that an interrupted import had published
 * @param oversized those that are too large to be published
 * @param invalid published ones that become dead letters: not valid, or too far in the future
 * @param lastOffsets offset of the last record of each input partition, those of the interrupted import included
 */
record PublishedEvents(
        long read,
        long resumed,
        CountedPlaces oversized,
        CountedPlaces invalid,
        Map<TopicPartition, Long> lastOffsets) {
    /** Number of records of this import that Kafka has acknowledged. */
    long count() {
        return read - resumed - oversized.count();
    }
}
