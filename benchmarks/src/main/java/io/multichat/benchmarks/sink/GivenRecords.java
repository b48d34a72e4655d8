package io.multichat.benchmarks.sink;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Tracks the records of each topic-partition given to a task, and whether the task has requested a commit. */
final class GivenRecords {
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private boolean commitRequested;

    void add(Collection<SinkRecord> batch) {
        batch.forEach(record -> next.put(
                new TopicPartition(record.originalTopic(), record.originalKafkaPartition()),
                record.originalKafkaOffset() + 1));
    }

    long next(TopicPartition partition) {
        return next.getOrDefault(partition, 0L);
    }

    Map<TopicPartition, OffsetAndMetadata> offsets() {
        return next.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, offset -> new OffsetAndMetadata(offset.getValue())));
    }

    void requestCommit() {
        commitRequested = true;
    }

    /** Clears the request. */
    boolean takeCommitRequest() {
        boolean requested = commitRequested;
        commitRequested = false;
        return requested;
    }
}
