package io.multichat.jobs.wait;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of one run found in the output topics so far.
 *
 * @param accepted records of the run in the transcript
 * @param deadLetters refused records of the run by reason, for example {@code missing-field}
 * @param lastOffsets offset of the last record of each output partition that has any, whoever published it
 */
public record ObservedOutput(long accepted, Map<String, Long> deadLetters, Map<TopicPartition, Long> lastOffsets) {
    /** Number of refused records, for any reason. */
    public long refused() {
        return deadLetters.values().stream().mapToLong(Long::longValue).sum();
    }
}
