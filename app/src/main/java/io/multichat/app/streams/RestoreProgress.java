package io.multichat.app.streams;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How much of the state is still to be read from the changelogs. Thread-safe. */
final class RestoreProgress implements StateRestoreListener {
    private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();

    /** The number of records that are still to be restored; empty while nothing is restored. */
    OptionalLong recordsLeft() {
        return left.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        left.values().stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        left.put(changelog, Math.max(0, end - start));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long restored) {
        left.computeIfPresent(changelog, (partition, records) -> Math.max(0, records - restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long total) {
        left.remove(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        left.remove(changelog);
    }
}
