package io.multichat.sinks.sqlite.write;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.table.StoredOffset;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What is held back, and when it is time to commit it.
 *
 * <p>A commit writes each page that was changed, and rows of many conversations change a page or two each. So a transaction
 * takes what comes until no more is at hand, or until it is large or old: 20,000 records in one need less than half the time of
 * 500 at a time. Until then they stay in memory and not in an open transaction, which would keep others from writing, for ever
 * when its owner hangs.
 */
final class Uncommitted {
    /** Readers see what is a quarter of a second old. */
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

    /** These are to be written. */
    void hold(List<SinkEntry> more) {
        entries.addAll(more);
        wrote(more);
    }

    /** These are in the transaction already. */
    void wrote(List<SinkEntry> written) {
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

    /** All of these are written or reported. */
    void passed(Map<TopicPartition, OffsetRange> ranges, long nowMs) {
        if (read.isEmpty()) {
            sinceMs = nowMs;
        }
        ranges.forEach((partition, range) -> read.merge(
                partition, range, (one, other) -> new OffsetRange(Math.min(one.from(), other.from()), other.next())));
    }

    /** Reading begins at an earlier record. */
    void setBack(TopicPartition partition, long offset) {
        setBack.put(partition, offset);
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

    void writeTo(Rows rows) throws SQLException {
        rows.write(entries);
        for (Map.Entry<TopicPartition, Long> offset : setBack.entrySet()) {
            rows.offsets().replace(offset.getKey(), offset.getValue());
        }
    }

    /** Up to where each partition has been read, and from where on. */
    Map<TopicPartition, OffsetRange> read() {
        return read;
    }

    /** The offset to be stored for a partition that was read. */
    StoredOffset offset(TopicPartition partition) {
        return StoredOffset.after(read.get(partition).next(), last.get(partition));
    }
}
