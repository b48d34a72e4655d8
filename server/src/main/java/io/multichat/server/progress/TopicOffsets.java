package io.multichat.server.progress;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Offsets of the topics around the topology. Thread-safe. Every method throws {@link io.multichat.reading.StoreException} while Kafka
 * does not answer.
 */
public interface TopicOffsets {
    /** The topics that events are read from. */
    List<String> inputTopics();

    /** The number of partitions of the output topics. */
    int partitions();

    /** The end of a partition; empty if there is no such partition. */
    OptionalLong end(TopicPartition partition);

    /**
     * The offset after the last record that was committed before this call, for some partitions of the transcript and of the session
     * snapshots. Transaction markers do not count, because readers of committed records do not see them.
     */
    Map<TopicPartition, Long> afterOutput(Set<Integer> partitions);

    /** The same for the events that the topology has sent to the partition of their conversation. */
    Map<TopicPartition, Long> afterSentHome();

    /** The offsets that the topology has committed. */
    Map<TopicPartition, Long> committed();
}
