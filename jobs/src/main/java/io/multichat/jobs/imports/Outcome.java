package io.multichat.jobs.imports;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What the topology has made of the records of one import so far, as read from its output topics.
 *
 * @param accepted records that are in the transcript
 * @param deadLetters refused records by reason, for example {@code missing-field}
 * @param lastOffsets the last offset of a record, whoever published it, of each output partition that got any
 */
record Outcome(long accepted, Map<String, Long> deadLetters, Map<TopicPartition, Long> lastOffsets) {
    long refused() {
        return deadLetters.values().stream().mapToLong(Long::longValue).sum();
    }
}
