package io.multichat.jobs.imports;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of one import found in the output topics so far.
 *
 * @param accepted records of the import in the transcript
 * @param deadLetters refused records of the import by reason, for example {@code missing-field}
 * @param lastOffsets offset of the last record of each output partition that has any, whoever published it
 */
record ObservedOutput(long accepted, Map<String, Long> deadLetters, Map<TopicPartition, Long> lastOffsets) {
    long refused() {
        return deadLetters.values().stream().mapToLong(Long::longValue).sum();
    }
}
