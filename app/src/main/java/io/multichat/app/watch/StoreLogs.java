package io.multichat.app.watch;

import io.multichat.app.watch.LackedRange.Cause;
import io.multichat.app.watch.LackedRange.OffsetRange;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.KafkaUnavailableException;
import io.multichat.jobs.wait.SinkGroups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the positions of stores with the records that {@code chat-transcript} holds. The snapshots in
 * {@code chat-sessions} are compacted, never expired. Used by one thread, except for {@link #lags()}.
 */
final class StoreLogs {
    private static final Logger LOG = LoggerFactory.getLogger(StoreLogs.class);

    private static final String REDIS = "redis";

    private final KafkaAccess kafka;
    private final List<WatchedStore> stores;
    private final LackedRanges lacked;
    /** The last position of each store that was at a marker. In memory: one for each store and partition. */
    private final Map<Place, Long> markers = new HashMap<>();

    private volatile Map<String, Long> lags = Map.of();

    private record Place(String store, TopicPartition partition) {}

    StoreLogs(KafkaAccess kafka, List<WatchedStore> stores, LackedRanges lacked) {
        this.kafka = kafka;
        this.stores = stores;
        this.lacked = lacked;
        stores.stream().flatMap(store -> lacked.of(store).stream()).forEach(range -> LOG.warn("{}", range.text()));
    }

    /**
     * What the stores lack or will not take, one line each with the remedy.
     *
     * @param recreated true if the topic is another one than at the last start
     */
    List<String> incomplete(Admin admin, boolean recreated) {
        TranscriptOffsets transcript = TranscriptOffsets.now(kafka, admin);
        Map<TopicPartition, Long> ends = transcript.ends();
        List<String> lines = new ArrayList<>();
        Map<String, Long> behind = new HashMap<>();
        for (WatchedStore store : stores) {
            transcript.positions(store).orElse(Map.of()).forEach((partition, position) -> {
                behind.merge(store.name(), Math.max(0, ends.get(partition) - position), Long::sum);
                transcript
                        .gone(partition, next(store, partition, position, transcript))
                        .ifPresent(offsets -> note(Cause.DELETED, store, partition, offsets));
                if (!store.refills()) {
                    forgetReplaced(store, partition, position);
                    if (position > 0 && (recreated || transcript.isBeyond(partition, position, kafka, admin))) {
                        note(Cause.REPEATED, store, partition, new OffsetRange(0, position));
                    }
                }
            });
            lacked.of(store).forEach(range -> lines.add(range.text()));
        }
        redisPositions(admin).forEach((partition, position) -> {
            if (ends.containsKey(partition)) {
                behind.merge(REDIS, Math.max(0, ends.get(partition) - position.offset()), Long::sum);
            }
        });
        lags = Map.copyOf(behind);
        return lines;
    }

    /**
     * The number of records of {@code chat-transcript} that each store does not hold yet, by its name, as of the last look. The end of
     * a transaction counts as a record. A store that could not be read is missing. Thread-safe.
     */
    Map<String, Long> lags() {
        return lags;
    }

    /**
     * Redis is not expected to hold everything; how far its sink is, its consumer group says. Empty if there is none, or if this client
     * may not ask.
     */
    private Map<TopicPartition, OffsetAndMetadata> redisPositions(Admin admin) {
        try {
            return kafka.answer(admin.listConsumerGroupOffsets("connect-" + SinkGroups.connector(REDIS))
                    .partitionsToOffsetAndMetadata());
        } catch (KafkaUnavailableException e) {
            LOG.debug("The offsets of the Redis sink cannot be read now", e);
            return Map.of();
        }
    }

    /** The offset from which a store needs records. What was a marker while nothing followed is one when records have followed. */
    private long next(WatchedStore store, TopicPartition partition, long position, TranscriptOffsets transcript) {
        Place place = new Place(store.name(), partition);
        if (transcript.isMarker(partition, position)) {
            markers.put(place, position);
        }
        return position == markers.getOrDefault(place, -1L) ? position + 1 : position;
    }

    private void note(Cause cause, WatchedStore store, TopicPartition partition, OffsetRange offsets) {
        LackedRange range = LackedRange.of(cause, store, partition, offsets);
        if (lacked.add(range)) {
            LOG.warn("{}", range.text());
        }
    }

    /** A position only falls when the user has replaced the store by another one, which takes all records. */
    private void forgetReplaced(WatchedStore store, TopicPartition partition, long position) {
        List<LackedRange> ofStore = lacked.of(store);
        lacked.removeIf(range -> range.cause() == Cause.REPEATED
                && range.source().equals(partition)
                && range.offsets().to() > position
                && ofStore.contains(range));
    }
}
