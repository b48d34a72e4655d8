package io.multichat.benchmarks.competitor;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Watches the restoration of state. Called by the restoring thread, read by any. */
final class RestoreWatch implements StateRestoreListener {
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong firstMillis = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong lastMillis = new AtomicLong(Long.MIN_VALUE);

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long startingOffset, long endingOffset) {
        firstMillis.accumulateAndGet(uptime(), Math::min);
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEndOffset, long restored) {
        records.addAndGet(restored);
        lastMillis.accumulateAndGet(uptime(), Math::max);
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long totalRestored) {
        // Batches are counted when they are restored.
    }

    Restored restored() {
        long millis = records.get() == 0 ? 0 : lastMillis.get() - firstMillis.get();
        return new Restored(records.get(), millis, uptime());
    }

    private static long uptime() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }
}
