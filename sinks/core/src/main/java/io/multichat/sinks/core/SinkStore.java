package io.multichat.sinks.core;

import io.multichat.reading.StoreException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A store that a sink task writes to. Used by one thread.
 *
 * <p>The store keeps a position for each partition: the offset below which every record is stored or reported. Reading starts
 * at these positions, whatever offsets Connect has committed. Writing is idempotent: a repeated entry, or an older entry after
 * a newer one, leaves the store unchanged. Reading again is therefore always safe; skipping records never is.
 */
public interface SinkStore extends AutoCloseable {
    /**
     * True if the store uses the decoded events. False if values, conversations and placements are enough: then an event that is
     * as the topology accepted it is not decoded.
     */
    default boolean needsEvents() {
        return true;
    }

    /** Assigns partitions to this store. Does not access the store. */
    void take(Collection<TopicPartition> partitions);

    /**
     * The position of each assigned partition; 0 if the store has none. Prepares the store for reading from there. Called at
     * the start and after {@link #abandon()}.
     *
     * @throws StoreException with the verdict RETRY or STOP
     */
    Map<TopicPartition, Long> positions();

    /**
     * Lowers a position because reading starts below it: the topic was recreated or truncated. Called before the records from
     * there are written.
     *
     * @throws StoreException with the verdict RETRY or STOP
     */
    void setBack(TopicPartition partition, long offset);

    /**
     * Writes all entries in order, and erases what a {@link SinkEntry.Erasure} covers. The store may buffer them and make them durable later.
     *
     * @throws StoreException if not all entries were written; some may have been. After the verdict REPORT the store behaves as
     *     if it had received none of them, and receives them again in smaller batches
     */
    void write(List<SinkEntry> entries);

    /**
     * Confirms that all records in these ranges are written or reported. Called after every batch, even an empty one, so that
     * the store can commit what it buffers.
     *
     * @throws StoreException with the verdict RETRY or STOP
     */
    Progress passed(Map<TopicPartition, OffsetRange> read);

    /** Discards what is not durable, after any failure. Never fails. Followed by {@link #positions()} or {@link #close()}. */
    void abandon();

    /** Returns partitions, after committing if possible. Never fails: the next owner rereads what is not durable. */
    void release(Collection<TopicPartition> partitions);

    /** Releases all resources and discards what is not durable. */
    @Override
    void close();
}
