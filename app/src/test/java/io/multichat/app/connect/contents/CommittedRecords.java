package io.multichat.app.connect.contents;

import io.multichat.jobs.client.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads topics from their beginnings to their present ends, and holds no more than a poll's records. */
final class CommittedRecords {
    private static final Duration POLL = Duration.ofMillis(100);

    private CommittedRecords() {}

    /** Hands over all records of a topic but those of aborted transactions, each partition's in its order. */
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
