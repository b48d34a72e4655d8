package io.multichat.sinks.core;

import io.multichat.reading.StoreException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * One store, as its task uses it. Used by one thread.
 *
 * <p>The store knows how far it has got: of each topic-partition it keeps a position, the offset up to which everything is in the
 * store or was reported, and reading begins there whatever Connect's own offsets say. Writing is idempotent: an entry that comes
 * again, or an older one after a newer one, leaves the store as it was. So to read again is always safe, and to skip never is.
 */
public interface SinkStore extends AutoCloseable {
    /** Takes topic-partitions over. Does not touch the store. */
    void take(Collection<TopicPartition> partitions);

    /**
     * Where each topic-partition must be read from; 0 when the store does not know it. Makes the store ready for that, at the
     * beginning and after {@link #abandon()}.
     *
     * @throws StoreException with the verdict RETRY or STOP
     */
    Map<TopicPartition, Long> positions();

    /**
     * Reading begins below the position: the log is another one, or shorter than it was. Called before the records from there on
     * are written.
     *
     * @throws StoreException with the verdict RETRY or STOP
     */
    void setBack(TopicPartition partition, long offset);

    /**
     * Writes all entries in their order, or throws. They may be held back and become durable later.
     *
     * @throws StoreException when not all entries are written; any part of them may be. With the verdict REPORT the store goes on as
     *     if none had come, and gets them again in smaller portions
     */
    void write(List<SinkEntry> entries);

    /**
     * Tells that all records in these ranges are written or reported. Called after each batch, an empty one too: the time to commit
     * what is held back.
     *
     * @throws StoreException with the verdict RETRY or STOP
     */
    Progress passed(Map<TopicPartition, OffsetRange> read);

    /** Gives up what is not durable, after any failure. Never fails. Next comes {@link #positions()} or {@link #close()}. */
    void abandon();

    /** Gives topic-partitions up; may commit what is there. Never fails: what is not durable is read again by the next owner. */
    void release(Collection<TopicPartition> partitions);

    /** Frees what is open; what is not durable is given up. */
    @Override
    void close();
}
