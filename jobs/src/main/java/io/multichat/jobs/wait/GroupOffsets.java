package io.multichat.jobs.wait;

import io.multichat.jobs.client.KafkaAccess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Committed offsets of consumer groups and end offsets of topics. Thread-safe. */
final class GroupOffsets {
    private final KafkaAccess kafka;
    private final Admin admin;

    GroupOffsets(KafkaAccess kafka, Admin admin) {
        this.kafka = kafka;
        this.admin = admin;
    }

    /** The committed offsets of a group; empty when the group does not exist. */
    Map<TopicPartition, Long> of(String group) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        kafka.answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    /** The end offsets of a topic for a reader of committed records; empty when the topic does not exist. */
    Map<TopicPartition, Long> endsOf(String topic) {
        if (!kafka.answer(admin.listTopics().names()).contains(topic)) {
            return Map.of();
        }
        TopicDescription description = kafka.answer(
                        admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic);
        Map<TopicPartition, OffsetSpec> latest = description.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        kafka.answer(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
