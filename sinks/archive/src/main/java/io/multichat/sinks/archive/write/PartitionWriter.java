package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.chain.ChainHead;
import io.multichat.sinks.archive.chain.ManifestChain;
import io.multichat.sinks.archive.chain.Orphans;
import io.multichat.sinks.archive.erase.ChainErasure;
import io.multichat.sinks.archive.erase.ErasureNotes;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.ArchivedLine;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes one topic-partition. Every record from the end of the chain onwards must be passed to {@link #append} or {@link
 * #passed}, in the order of offsets. Records below {@link #position()} are ignored.
 *
 * <p>After an exception, or after another writer won a commit, only {@link #reopen()} may be called. It goes back to the end
 * of the chain. Used by one thread.
 */
public final class PartitionWriter {
    private final TopicPartition source;
    private final ArchiveKind kind;
    private final ArchiveStorage storage;
    private final ManifestChain chain;
    private final ErasureNotes erasures;
    private final ChainErasure erasure;
    private PendingSegments segments;
    private final CommitBacklog backlog = new CommitBacklog();
    private ChainHead head = ChainHead.START;
    private boolean sound;

    public PartitionWriter(TopicPartition source, ArchiveKind kind, ArchiveStorage storage) {
        this.source = source;
        this.kind = kind;
        this.storage = storage;
        chain = new ManifestChain(source, kind, storage);
        erasures = new ErasureNotes(source, storage);
        erasure = new ChainErasure(source, storage);
    }

    /**
     * Begins at the end of the chain and removes what earlier attempts left behind. The first call removes the leftovers of
     * every writer of this topic-partition; later calls remove only those of this writer, because another writer that is
     * alive may finish its work.
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
        erasures.load();
        erasure.run(erasures);
        head = chain.head();
        backlog.beginAt(head.nextOffset());
        segments = next;
        sound = true;
    }

    /** Discards everything uncommitted. Its files stay until {@link #reopen()} or the next owner removes them. */
    void abandon() {
        sound = false;
        backlog.beginAt(head.nextOffset());
        if (segments != null) {
            segments.clear();
        }
    }

    /** True when this writer can continue; false when it must be reopened. */
    boolean sound() {
        return sound;
    }

    /** The next offset. */
    public long position() {
        return backlog.position();
    }

    ChainHead head() {
        return head;
    }

    CommitBacklog backlog() {
        return backlog;
    }

    /** Adds the line of a record. */
    public void append(ArchivedLine line, long nowMs) throws IOException {
        if (line.offset() >= backlog.position()) {
            sound = false;
            backlog.add(line.offset(), segments.append(line), nowMs);
            erasures.add(line.entry());
            sound = true;
        }
    }

    /** Notes that the record with this offset, and all before it, are written or need no line. */
    public void passed(long offset, long nowMs) {
        backlog.passed(offset, nowMs);
    }

    /**
     * Commits everything that was added; does nothing if nothing was.
     *
     * @return false when another writer committed in the meantime, and nothing of this was committed
     * @throws IOException when it is uncertain whether it is committed; {@link #reopen()} finds out
     */
    public boolean commit() throws IOException {
        if (backlog.position() == head.nextOffset()) {
            return true;
        }
        sound = false;
        erasures.save();
        try {
            Optional<ChainHead> end = segments.commit(chain, head, backlog.position());
            if (end.isEmpty()) {
                return false;
            }
            head = end.get();
        } catch (NoSuchFileException e) {
            // The next owner of the topic-partition removed the unfinished files.
            return false;
        }
        segments.clear();
        backlog.beginAt(head.nextOffset());
        erasure.run(erasures);
        sound = true;
        return true;
    }
}
