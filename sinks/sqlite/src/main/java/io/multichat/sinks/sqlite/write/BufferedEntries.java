package io.multichat.sinks.sqlite.write;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.table.StoredOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The entries and offsets that the next commit will write, and when that commit is due.
 *
 * <p>A commit writes every page that changed, and rows of many conversations change a page or two each. So a transaction
 * grows until no more records are available, or until it is large or old: one with 20,000 records takes less than half the
 * time of 40 with 500 each. Until then the entries stay in memory rather than in an open transaction, which would lock out
 * other writers and never end if its owner hung.
 */
final class BufferedEntries {
    /** How stale a reader's view may become. */
    static final long MAX_AGE_MS = 250;

    private static final int MAX_RECORDS = 20_000;
    private static final long MAX_BYTES = 16 * 1024 * 1024;

    private final List<SinkEntry> entries = new ArrayList<>();
    private final Map<TopicPartition, Long> setBack = new HashMap<>();
    private final Map<TopicPartition, OffsetRange> read = new HashMap<>();
    private final Map<TopicPartition, SinkEntry> last = new HashMap<>();
    private int records;
    private long bytes;
    private long sinceMs;

    /** Adds entries that the commit must write. */
    void add(List<SinkEntry> more) {
        entries.addAll(more);
        countWritten(more);
    }

    /** Counts entries that the open transaction already contains. */
    void countWritten(List<SinkEntry> written) {
        records += written.size();
        TopicPartition partition = null;
        for (SinkEntry entry : written) {
            bytes += entry.value().length;
            Origin origin = entry.origin();
            boolean same = partition != null
                    && partition.partition() == origin.partition()
                    && partition.topic().equals(origin.topic());
            partition = same ? partition : new TopicPartition(origin.topic(), origin.partition());
            last.put(partition, entry);
        }
    }

    /** Notes that all records in these ranges have been added or reported. */
    void passed(Map<TopicPartition, OffsetRange> ranges, long nowMs) {
        if (read.isEmpty()) {
            sinceMs = nowMs;
        }
        ranges.forEach((partition, range) -> read.merge(
                partition, range, (one, other) -> new OffsetRange(Math.min(one.from(), other.from()), other.next())));
    }

    /** Notes that a topic-partition is read from an earlier offset; the commit must store that one. */
    void setBack(TopicPartition partition, long offset) {
        setBack.put(partition, offset);
        read.remove(partition);
        last.remove(partition);
    }

    boolean isDue(long nowMs) {
        return !read.isEmpty() && (records >= MAX_RECORDS || bytes >= MAX_BYTES || untilDueMs(nowMs) == 0);
    }

    /** Milliseconds until the commit is due; {@link Long#MAX_VALUE} if there is nothing to commit. */
    long untilDueMs(long nowMs) {
        return read.isEmpty() ? Long.MAX_VALUE : Math.max(0, sinceMs + MAX_AGE_MS - nowMs);
    }

    /** The entries to write. */
    List<SinkEntry> entries() {
        return entries;
    }

    /** The offsets to store before those of {@link #read()}, which may be lower than the stored ones. */
    Map<TopicPartition, Long> setBack() {
        return setBack;
    }

    /** The range that was read of each topic-partition; empty if there is nothing to commit. */
    Map<TopicPartition, OffsetRange> read() {
        return read;
    }

    /** The offset to store for a topic-partition of {@link #read()}. */
    StoredOffset offsetAfter(TopicPartition partition) {
        return StoredOffset.after(read.get(partition).next(), last.get(partition));
    }
}
