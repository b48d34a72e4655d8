package io.multichat.app.connect.contents;

import io.multichat.jobs.client.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads topics from the beginning to their current end. Holds only the records of one poll in memory. */
final class CommittedRecords {
    private static final Duration POLL = Duration.ofMillis(100);

    private CommittedRecords() {}

    /** Passes on all records of a topic except those of aborted transactions, in the order of each partition. */
    static void forEach(
            KafkaAccess kafka, String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> consumer) {
        try (Consumer<byte[], byte[]> follower = kafka.follower()) {
            List<TopicPartition> partitions = follower.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            follower.assign(partitions);
            follower.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = follower.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> follower.position(partition) < ends.get(partition))) {
                follower.poll(POLL).forEach(consumer);
            }
        }
    }
}
