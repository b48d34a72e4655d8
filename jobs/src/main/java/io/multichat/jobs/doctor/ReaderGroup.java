package io.multichat.jobs.doctor;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.wait.SinkGroups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer group that reads topics of a deployment.
 *
 * @param name its id
 * @param isTopology true for the topology, false for a sink
 * @param running false if no consumer is a member of it
 * @param partitions where it is in each partition that it has read; empty if it has never read
 */
record ReaderGroup(String name, boolean isTopology, boolean running, Map<TopicPartition, Place> partitions) {
    /**
     * Where a reader is in a partition.
     *
     * @param start the first offset that the partition still holds
     * @param next the next offset that the reader will read
     * @param end the offset after the last record
     */
    record Place(long start, long next, long end) {}

    /** The topology and the three sinks, as far as they have ever read. */
    static List<ReaderGroup> all(KafkaAccess kafka, Admin admin) {
        List<String> names = new ArrayList<>(List.of(kafka.deployment().applicationId()));
        names.addAll(SinkGroups.USUAL.optional());
        List<ReaderGroup> groups = new ArrayList<>();
        for (String name : names) {
            Map<TopicPartition, Place> places = places(kafka, admin, name);
            if (!places.isEmpty()) {
                boolean isTopology = name.equals(kafka.deployment().applicationId());
                groups.add(new ReaderGroup(name, isTopology, isRunning(kafka, admin, name), places));
            }
        }
        return groups;
    }

    /** The number of records that it has not read. */
    long lag() {
        return partitions.values().stream()
                .mapToLong(place -> Math.max(0, place.end() - Math.max(place.start(), place.next())))
                .sum();
    }

    /** What the group is, for people. */
    String title() {
        return isTopology ? "the topology (group " + name + ")" : "the sink of group " + name;
    }

    private static boolean isRunning(KafkaAccess kafka, Admin admin, String name) {
        ConsumerGroupDescription group = kafka.answer(
                admin.describeConsumerGroups(List.of(name)).describedGroups().get(name));
        return group.groupState() != GroupState.EMPTY && group.groupState() != GroupState.DEAD;
    }

    private static Map<TopicPartition, Place> places(KafkaAccess kafka, Admin admin, String name) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        kafka.answer(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        Map<TopicPartition, Long> starts = offsets(kafka, admin, committed, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(kafka, admin, committed, OffsetSpec.latest());
        Map<TopicPartition, Place> places = new HashMap<>();
        committed.forEach((partition, next) ->
                places.put(partition, new Place(starts.get(partition), next, ends.get(partition))));
        return places;
    }

    private static Map<TopicPartition, Long> offsets(
            KafkaAccess kafka, Admin admin, Map<TopicPartition, Long> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        partitions.keySet().forEach(partition -> question.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        kafka.answer(admin.listOffsets(question).all())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }
}
