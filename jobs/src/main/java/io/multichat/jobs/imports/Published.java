package io.multichat.jobs.imports;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What has been published.
 *
 * @param read lines that are not blank
 * @param refused those of them that are too large to be published
 * @param lastOffsets the last offset that was written, of each partition that was written to
 */
record Published(long read, RefusedLines refused, Map<TopicPartition, Long> lastOffsets) {
    /** Records that Kafka has. */
    long count() {
        return read - refused.count();
    }
}
