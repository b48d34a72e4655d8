package io.multichat.app.watch;

import io.multichat.app.watch.LackedRange.Cause;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * Looks for records that stores lack and can no longer get: those that the topic has deleted, and those that were noted when they
 * were found missing.
 *
 * @param kafka the cluster
 * @param stores the stores that are expected to hold everything
 * @param noted the file {@code lacked-records.txt} of the data directory; need not exist
 */
public record StoreRecordsCheck(KafkaAccess kafka, List<WatchedStore> stores, Path noted) implements Check {
    @Override
    public String name() {
        return "stores";
    }

    @Override
    public List<Finding> findings() {
        LackedRanges known = new LackedRanges(noted);
        try (Admin admin = kafka.admin()) {
            TranscriptOffsets transcript = TranscriptOffsets.now(kafka, admin);
            return stores.stream()
                    .flatMap(store -> ranges(store, transcript, known).stream())
                    .map(range -> Finding.danger(range.problem(), range.remedy()))
                    .toList();
        }
    }

    private static List<LackedRange> ranges(WatchedStore store, TranscriptOffsets transcript, LackedRanges known) {
        List<LackedRange> ranges = new ArrayList<>(known.of(store));
        transcript
                .positions(store)
                .orElse(Map.of())
                .forEach((partition, position) -> transcript
                        .gone(partition, transcript.isMarker(partition, position) ? position + 1 : position)
                        .map(offsets -> LackedRange.of(Cause.DELETED, store, partition, offsets))
                        .filter(deleted -> ranges.stream().noneMatch(range -> range.contains(deleted)))
                        .ifPresent(ranges::add));
        return ranges;
    }
}
