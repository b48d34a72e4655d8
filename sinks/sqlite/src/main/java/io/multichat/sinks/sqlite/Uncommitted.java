package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What a transaction holds, and when it is time to commit it.
 *
 * <p>A commit writes each page that was changed, and rows of many conversations change a page or two each. So a transaction
 * takes what comes until no more is at hand, or until it is large or old: 20,000 records in one need less than half the time of
 * 500 at a time. Its memory is bounded by SQLite's cache, beyond which it spills into the log; what is lost with it when the process
 * dies is read again.
 */
final class Uncommitted {
    /** Readers see what is a quarter of a second old, and others who want to write wait that long. */
    static final long MAX_AGE_MS = 250;

    private static final int MAX_RECORDS = 20_000;
    private static final long MAX_BYTES = 16 * 1024 * 1024;

    private final Map<TopicPartition, OffsetRange> read = new HashMap<>();
    private final Map<TopicPartition, SinkEntry> last = new HashMap<>();
    private int records;
    private long bytes;
    private long sinceMs;

    /** These were written. */
    void wrote(List<SinkEntry> entries) {
        records += entries.size();
        SinkEntry before = null;
        for (SinkEntry entry : entries) {
            bytes += entry.value().length;
            if (before != null && !isOfPartition(before.origin(), entry.origin())) {
                putLast(before);
            }
            before = entry;
        }
        if (before != null) {
            putLast(before);
        }
    }

    /** All of these are written or reported. */
    void passed(Map<TopicPartition, OffsetRange> ranges, long nowMs) {
        if (read.isEmpty()) {
            sinceMs = nowMs;
        }
        ranges.forEach((partition, range) -> read.merge(
                partition, range, (one, other) -> new OffsetRange(Math.min(one.from(), other.from()), other.next())));
    }

    /** Reading begins at an earlier record. */
    void setBack(TopicPartition partition) {
        read.remove(partition);
        last.remove(partition);
    }

    boolean isEmpty() {
        return read.isEmpty();
    }

    boolean isDue(long nowMs) {
        return !read.isEmpty() && (records >= MAX_RECORDS || bytes >= MAX_BYTES || untilDueMs(nowMs) == 0);
    }

    /** Milliseconds; {@link Long#MAX_VALUE} when there is nothing to commit. */
    long untilDueMs(long nowMs) {
        return read.isEmpty() ? Long.MAX_VALUE : Math.max(0, sinceMs + MAX_AGE_MS - nowMs);
    }

    /** Up to where each partition has been read, and from where on. */
    Map<TopicPartition, OffsetRange> read() {
        return read;
    }

    /** The offset to be stored for a partition that was read. */
    StoredOffset offset(TopicPartition partition) {
        return StoredOffset.after(read.get(partition).next(), last.get(partition));
    }

    private void putLast(SinkEntry entry) {
        Origin origin = entry.origin();
        last.put(new TopicPartition(origin.topic(), origin.partition()), entry);
    }

    private static boolean isOfPartition(Origin one, Origin other) {
        return one.partition() == other.partition() && one.topic().equals(other.topic());
    }
}
