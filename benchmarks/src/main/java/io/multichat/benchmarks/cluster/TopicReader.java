package io.multichat.benchmarks.cluster;

import io.multichat.jobs.client.KafkaAccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from their beginning to their current end, committed records only. */
public record TopicReader(KafkaAccess kafka) {
    private static final Duration POLL = Duration.ofMillis(500);

    public void read(List<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (var consumer = kafka.follower()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> open = new HashMap<>(consumer.endOffsets(partitions));
            while (!open.isEmpty()) {
                consumer.poll(POLL).forEach(each);
                open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
    }
}
