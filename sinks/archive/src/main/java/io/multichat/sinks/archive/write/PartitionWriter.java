package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.chain.ChainHead;
import io.multichat.sinks.archive.chain.ManifestChain;
import io.multichat.sinks.archive.chain.Orphans;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Line;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes one topic-partition. Every record from the chain's end on must be handed over in the order of offsets, by
 * {@link #append} or {@link #passed}; records below {@link #position()} are ignored.
 *
 * <p>After an exception, or a commit that another writer won, nothing may be called but {@link #reopen()}, which goes back to
 * the chain's end. Used by one thread.
 */
public final class PartitionWriter {
    private final TopicPartition source;
    private final ArchiveKind kind;
    private final ArchiveStorage storage;
    private final ManifestChain chain;
    private PendingSegments segments;
    private ChainHead head = ChainHead.START;
    private final Uncommitted uncommitted = new Uncommitted();
    private boolean sound;

    public PartitionWriter(TopicPartition source, ArchiveKind kind, ArchiveStorage storage) {
        this.source = source;
        this.kind = kind;
        this.storage = storage;
        chain = new ManifestChain(source, kind, storage);
    }

    /**
     * Begins at the chain's end, and removes what earlier attempts left behind: at the first call those of every writer of
     * this topic-partition, later its own only, because another writer that lives has a right to finish.
     */
    public void reopen() throws IOException {
        abandon();
        PendingSegments next = new PendingSegments(source, kind, storage);
        Orphans orphans = new Orphans(storage.layout().attempts(source), storage, chain);
        if (segments == null) {
            orphans.removeAll(next.attempt());
        } else {
            orphans.remove(segments.attempt(), next.attempt());
        }
        head = chain.head();
        uncommitted.beginAt(head.nextOffset());
        segments = next;
        sound = true;
    }

    /** Gives up what is not committed; its files stay until {@link #reopen()} or the next owner removes them. */
    void abandon() {
        sound = false;
        uncommitted.beginAt(head.nextOffset());
        if (segments != null) {
            segments.clear();
        }
    }

    /** True when this writer may go on; false when it must be re-opened. */
    boolean sound() {
        return sound;
    }

    /** The offset that comes next. */
    public long position() {
        return uncommitted.position();
    }

    ChainHead head() {
        return head;
    }

    Uncommitted uncommitted() {
        return uncommitted;
    }

    public void append(Line line, long nowMs) throws IOException {
        if (line.offset() >= uncommitted.position()) {
            sound = false;
            segments.append(line);
            uncommitted.add(line, nowMs);
            sound = true;
        }
    }

    /** Takes note that the record of that offset, and those before it, are written or need no line. */
    public void passed(long offset, long nowMs) {
        uncommitted.passed(offset, nowMs);
    }

    /**
     * Commits everything that was handed over; does nothing when there is nothing.
     *
     * @return false when another writer committed in the meantime, and nothing of this was
     * @throws IOException when it is not certain whether it is committed; {@link #reopen()} finds out
     */
    public boolean commit() throws IOException {
        if (uncommitted.position() == head.nextOffset()) {
            return true;
        }
        sound = false;
        try {
            Optional<ChainHead> end = segments.commit(chain, head, uncommitted.position());
            if (end.isEmpty()) {
                return false;
            }
            head = end.get();
        } catch (NoSuchFileException e) {
            // The topic-partition's next owner removed what is unfinished.
            return false;
        }
        segments.clear();
        uncommitted.beginAt(head.nextOffset());
        sound = true;
        return true;
    }
}
