package io.multichat.benchmarks.cluster;

import io.multichat.jobs.client.KafkaAccess;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** End offsets and committed offsets. */
public final class Offsets {
    private final KafkaAccess kafka;
    private final Admin admin;
    private final BenchmarkTopics topics;

    Offsets(KafkaAccess kafka, Admin admin, BenchmarkTopics topics) {
        this.kafka = kafka;
        this.admin = admin;
        this.topics = topics;
    }

    /** The sum of the end offsets of all partitions. Counts records and transaction markers, including deleted ones. */
    public long end(Collection<String> names) {
        return sum(ends(names));
    }

    /** The end offset of each partition. */
    public Map<TopicPartition, Long> ends(Collection<String> names) {
        Map<TopicPartition, OffsetSpec> latest = topics.partitions(names).stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return kafka.answer(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** Waits until this application has committed the whole topic. */
    public void awaitCommitted(String applicationId, String topic) {
        long end = end(List.of(topic));
        Waiting.until(
                applicationId + " has committed all of " + topic, () -> sum(committed(applicationId, topic)) == end);
    }

    /** The size of the log of a topic on disk, in bytes. */
    public long logBytes(String topic) {
        int broker =
                kafka.answer(admin.describeCluster().nodes()).iterator().next().id();
        return kafka.answer(admin.describeLogDirs(List.of(broker)).allDescriptions()).get(broker).values().stream()
                .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().equals(topic))
                .map(Map.Entry::getValue)
                .mapToLong(ReplicaInfo::size)
                .sum();
    }

    /** The committed offset of each partition of a topic; partitions without one are left out. */
    public Map<TopicPartition, Long> committed(String applicationId, String topic) {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                kafka.answer(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
