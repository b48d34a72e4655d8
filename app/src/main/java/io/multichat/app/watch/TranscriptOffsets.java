package io.multichat.app.watch;

import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that {@code chat-transcript} held at one moment.
 *
 * @param starts the first offset of each partition
 * @param ends the offset after the last committed record of each partition and the marker behind it
 */
record TranscriptOffsets(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
    private static final Logger LOG = LoggerFactory.getLogger(TranscriptOffsets.class);
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    static TranscriptOffsets now(KafkaAccess kafka, Admin admin) {
        List<TopicPartition> partitions =
                kafka.answer(admin.describeTopics(List.of(Topics.TRANSCRIPT)).allTopicNames()).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .toList();
        return new TranscriptOffsets(
                offsets(kafka, admin, partitions, OffsetSpec.earliest()),
                offsets(kafka, admin, partitions, OffsetSpec.latest()));
    }

    /** The positions of a store; a partition that it does not know counts from 0. Empty if the store cannot be read now. */
    Optional<Map<TopicPartition, Long>> positions(WatchedStore store) {
        try {
            Map<TopicPartition, Long> stored = store.positions().read();
            Map<TopicPartition, Long> positions = new HashMap<>();
            starts.keySet().forEach(partition -> positions.put(partition, stored.getOrDefault(partition, 0L)));
            return Optional.of(positions);
        } catch (Exception e) {
            LOG.debug("The positions of {} cannot be read now", store.name(), e);
            return Optional.empty();
        }
    }

    /**
     * True if a store at this position has read everything: the only offset before the end is the marker that ends the transaction of its
     * last record. The topology writes in transactions only, and the end of committed records is behind a marker.
     *
     * @param position from {@link #positions}
     */
    boolean isMarker(TopicPartition partition, long position) {
        return position > 0 && ends.get(partition) == position + 1;
    }

    /**
     * True if a store is behind the end of the log, which then is not the one that it was written from. While records arrive, a store may
     * have read on since this moment, so the log is asked again.
     */
    boolean isBeyond(TopicPartition partition, long position, KafkaAccess kafka, Admin admin) {
        return position > ends.get(partition)
                && position
                        > offsets(kafka, admin, List.of(partition), OffsetSpec.latest())
                                .get(partition);
    }

    /**
     * The records that a store has not read and that are gone.
     *
     * @param next from {@link #positions}; one more if that offset is known to be a {@linkplain #isMarker marker}, which no store holds
     */
    Optional<LackedRange.OffsetRange> gone(TopicPartition partition, long next) {
        long start = starts.get(partition);
        return next < start ? Optional.of(new LackedRange.OffsetRange(next, start)) : Optional.empty();
    }

    private static Map<TopicPartition, Long> offsets(
            KafkaAccess kafka, Admin admin, List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        partitions.forEach(partition -> question.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        kafka.answer(admin.listOffsets(question, COMMITTED).all())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }
}
