package io.multichat.topology.query;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Which instance holds which partition of the state, as of the last rebalance that this instance took part in. An instance is known by
 * its {@code application.server}. Thread-safe.
 */
public final class StatePlaces {
    private final Supplier<Collection<StreamsMetadata>> instances;
    private final int partitions;

    /** @param partitions the number of partitions that conversations are spread over */
    public StatePlaces(KafkaStreams streams, int partitions) {
        this(() -> instances(streams), partitions);
    }

    StatePlaces(Supplier<Collection<StreamsMetadata>> instances, int partitions) {
        this.instances = instances;
        this.partitions = partitions;
    }

    /** The instance that processes a partition; empty while none is known. */
    public Optional<HostInfo> owner(int partition) {
        return instances.get().stream()
                .filter(instance -> contains(instance.topicPartitions(), partition))
                .map(StreamsMetadata::hostInfo)
                .filter(StatePlaces::isReachable)
                .findFirst();
    }

    /** The instances that keep a copy of a partition. */
    public List<HostInfo> standbys(int partition) {
        return instances.get().stream()
                .filter(instance -> contains(instance.standbyTopicPartitions(), partition))
                .map(StreamsMetadata::hostInfo)
                .filter(StatePlaces::isReachable)
                .toList();
    }

    /** All instances. */
    public List<HostInfo> all() {
        return instances.get().stream()
                .map(StreamsMetadata::hostInfo)
                .filter(StatePlaces::isReachable)
                .toList();
    }

    /** All partitions of the state, whether or not an instance holds them. Input topics may have more than conversations need. */
    public Set<Integer> partitions() {
        Set<Integer> all = new HashSet<>(IntStream.range(0, partitions).boxed().toList());
        instances.get().stream()
                .flatMap(instance -> instance.topicPartitions().stream())
                .forEach(source -> all.add(source.partition()));
        return all;
    }

    private static Collection<StreamsMetadata> instances(KafkaStreams streams) {
        try {
            return streams.metadataForAllStreamsClients();
        } catch (IllegalStateException e) {
            throw new InvalidStateStoreException("the topology is not running", e);
        }
    }

    /** A partition of the state belongs to the partitions of the input topics with the same number. */
    private static boolean contains(Set<TopicPartition> sources, int partition) {
        return sources.stream().anyMatch(source -> source.partition() == partition);
    }

    /** False for an instance that does not advertise an address. */
    private static boolean isReachable(HostInfo host) {
        return !host.equals(HostInfo.unavailable());
    }
}
