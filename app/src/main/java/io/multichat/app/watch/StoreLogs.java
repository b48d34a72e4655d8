package io.multichat.app.watch;

import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the positions of stores with the records that {@code chat-transcript} still holds. The snapshots in
 * {@code chat-sessions} are compacted, never expired. Used by one thread.
 */
final class StoreLogs {
    private static final Logger LOG = LoggerFactory.getLogger(StoreLogs.class);

    private final KafkaAccess kafka;
    private final List<WatchedStore> stores;
    private final LackedRanges lacked;

    StoreLogs(KafkaAccess kafka, List<WatchedStore> stores, LackedRanges lacked) {
        this.kafka = kafka;
        this.stores = stores;
        this.lacked = lacked;
        stores.stream().flatMap(store -> lacked.of(store).stream()).forEach(range -> LOG.warn("{}", range.text()));
    }

    /** What the stores lack or will not take, one line each with the remedy. */
    List<String> incomplete(Admin admin) {
        List<TopicPartition> partitions = partitions(admin);
        Map<TopicPartition, Long> starts = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(admin, partitions, OffsetSpec.latest());
        List<String> lines = new ArrayList<>();
        for (WatchedStore store : stores) {
            Map<TopicPartition, Long> positions = positions(store, starts);
            starts.forEach((partition, start) -> note(store, partition, positions.get(partition), start));
            lacked.of(store).forEach(range -> lines.add(range.text()));
            if (!store.refills()) {
                ends.entrySet().stream()
                        .filter(end -> positions.get(end.getKey()) > end.getValue())
                        .forEach(end -> lines.add(ignored(store, end.getKey(), positions.get(end.getKey()))));
            }
        }
        return lines;
    }

    private void note(WatchedStore store, TopicPartition partition, long position, long start) {
        if (position >= start) {
            return;
        }
        LackedRange range = new LackedRange(store.name(), store.location().toString(), partition, position, start);
        if (lacked.add(range)) {
            LOG.warn("{}", range.text());
        }
    }

    private static String ignored(WatchedStore store, TopicPartition partition, long position) {
        return store.name() + " takes no records of " + partition + " below offset " + position
                + ": it holds that many records of a log that no longer exists, because the topic was deleted or cut and"
                + " filled again. To store the new records, stop, move " + store.location()
                + " elsewhere, and start again";
    }

    /** The positions of a store; a topic-partition that it does not know counts from 0. */
    private static Map<TopicPartition, Long> positions(WatchedStore store, Map<TopicPartition, Long> starts) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try {
            Map<TopicPartition, Long> stored = store.positions().read();
            starts.keySet().forEach(partition -> positions.put(partition, stored.getOrDefault(partition, 0L)));
        } catch (Exception e) {
            LOG.debug("The positions of {} cannot be read now", store.name(), e);
            positions.putAll(starts);
        }
        return positions;
    }

    private List<TopicPartition> partitions(Admin admin) {
        return kafka.answer(admin.describeTopics(List.of(Topics.TRANSCRIPT)).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        partitions.forEach(partition -> question.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        kafka.answer(admin.listOffsets(question).all())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }
}
