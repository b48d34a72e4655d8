package io.multichat.app.watch;

import io.multichat.app.watch.LackedRange.Cause;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * A store that got from another one what it lacked.
 *
 * @param store the store
 * @param from the stores whose notes apply to the one that it was filled from: itself, and the one that it is a copy of
 * @param filledUpTo the offset of each topic-partition up to which it was filled
 */
public record FilledStore(WatchedStore store, List<WatchedStore> from, Map<TopicPartition, Long> filledUpTo) {
    /**
     * The first range that one of these stores does not take because it holds other records with these offsets, so that a store which
     * were filled from it would lack the present ones; empty if there is none.
     *
     * @param noted the file {@code lacked-records.txt} of the data directory; need not exist
     */
    public static Optional<String> repeated(List<WatchedStore> stores, Path noted) {
        LackedRanges known = new LackedRanges(noted);
        return stores.stream()
                .flatMap(store -> known.of(store).stream())
                .filter(range -> range.cause() == Cause.REPEATED)
                .map(LackedRange::problem)
                .findFirst();
    }

    /**
     * Forgets the ranges that the store lacked, except for those that it could not get, because the other store lacks records in them or
     * ends before them. No process may be watching the store.
     *
     * @param noted the file {@code lacked-records.txt} of the data directory; need not exist
     * @return what the store still lacks, one line each
     */
    public List<String> forget(Path noted) {
        LackedRanges known = new LackedRanges(noted);
        List<LackedRange> ofStore = known.of(store);
        List<LackedRange> ofSource =
                from.stream().flatMap(each -> known.of(each).stream()).toList();
        known.removeIf(range -> ofStore.contains(range)
                && range.cause() == Cause.DELETED
                // The last offset may be the marker of a transaction, which no store holds.
                && range.offsets().to() <= filledUpTo.getOrDefault(range.source(), 0L) + 1
                && ofSource.stream().noneMatch(range::overlaps));
        return known.of(store).stream().map(LackedRange::problem).toList();
    }
}
