package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveFiles;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * The chain of one topic-partition, for writing. The first writer to create the next number has committed; the others have
 * not. So any number of writers may believe that they own the topic-partition.
 */
public final class ManifestChain {
    // A reader reads little more than this many manifests. A checkpoint lists every live file, so it must be rare.
    private static final long CHECKPOINT_INTERVAL = 1_000;

    private final TopicPartition source;
    private final ArchiveKind kind;
    private final ArchiveFiles files;
    private final ChainFolder folder;

    /**
     * A manifest that is complete on disk but not yet part of the chain.
     *
     * @param file its path
     * @param head the end of the chain once it is published
     */
    public record Candidate(Path file, ChainHead head) {}

    public ManifestChain(TopicPartition source, ArchiveKind kind, ArchiveStorage storage) {
        this.source = source;
        this.kind = kind;
        files = storage.files();
        folder = new ChainFolder(storage.layout().manifests(source));
    }

    /** The end of the chain as it is on disk now. */
    public ChainHead head() throws IOException {
        while (true) {
            long newest = folder.newest();
            if (newest == 0) {
                return ChainHead.START;
            }
            try {
                ChainFolder.Link link = folder.read(newest);
                if (!link.manifest().source().equals(source)) {
                    throw new ArchiveDamagedException(folder.file(newest) + " belongs to the chain of "
                            + link.manifest().source() + ", not of " + source);
                }
                return link.head();
            } catch (NoSuchFileException e) {
                if (folder.newest() == newest) {
                    throw e;
                }
            }
        }
    }

    /** The files of the chain as it is on disk now. */
    ChainState state() throws IOException {
        return ChainReader.read(folder, Optional.empty()).map(ChainView::state).orElse(ChainState.EMPTY);
    }

    /**
     * Writes the manifest of a commit that follows {@code head} to the folder of an attempt, durably. Occasionally it is a
     * checkpoint.
     */
    public Candidate prepareCommit(Path attempt, ChainHead head, long nextOffset, List<SegmentFile> added)
            throws IOException {
        Optional<ChainState> checkpoint = Optional.empty();
        if (head.sequence() - head.checkpoint() >= CHECKPOINT_INTERVAL && nextOffset > head.nextOffset()) {
            checkpoint = ChainReader.read(folder, Optional.empty())
                    .filter(view -> view.head().equals(head))
                    .map(view -> view.state().plus(added));
        }
        return prepare(attempt, head, nextOffset, added, checkpoint);
    }

    /** Writes the manifest of a compaction, with the state after it, to the folder of an attempt, durably. */
    public Candidate prepareCompaction(Path attempt, ChainHead head, List<SegmentFile> added, ChainState after)
            throws IOException {
        return prepare(attempt, head, head.nextOffset(), added, Optional.of(after));
    }

    /** Publishes a takeover as the next manifest, however many writers compete for that number. */
    public void takeOver(Path attempt) throws IOException {
        ChainHead head = head();
        Candidate candidate = prepare(attempt, head, head.nextOffset(), List.of(), Optional.empty());
        while (!publish(candidate)) {
            files.delete(candidate.file());
            head = head();
            candidate = prepare(attempt, head, head.nextOffset(), List.of(), Optional.empty());
        }
    }

    /**
     * Makes a candidate part of the chain.
     *
     * @return false when another writer published that number first
     * @throws IOException when it is uncertain whether it is part of the chain
     */
    public boolean publish(Candidate candidate) throws IOException {
        files.createFolders(List.of(folder.path()));
        try {
            files.link(candidate.file(), folder.file(candidate.head().sequence()));
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        files.syncFolders(List.of(folder.path()));
        if (!isPartOfChain(candidate.head())) {
            files.delete(folder.file(candidate.head().sequence()));
            return false;
        }
        files.delete(candidate.file());
        return true;
    }

    // A number becomes free again when a compaction removes its manifest, so a writer that was suspended that
    // long could take it.
    private boolean isPartOfChain(ChainHead head) throws IOException {
        if (folder.newest() == head.sequence()) {
            return true;
        }
        try {
            return folder.read(head.sequence() + 1).manifest().follows(head);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * The end of the chain, if only compactions followed {@code head}: a commit that was prepared before them is still valid.
     *
     * @return empty when another writer committed or took over
     */
    public Optional<ChainHead> compactedSince(ChainHead head) throws IOException {
        ChainHead end = head;
        for (long sequence = head.sequence() + 1; sequence <= folder.newest(); sequence++) {
            ChainFolder.Link link = folder.read(sequence);
            if (!link.manifest().isCompaction() || !link.manifest().follows(end)) {
                return Optional.empty();
            }
            end = link.head();
        }
        return Optional.of(end);
    }

    private Candidate prepare(
            Path attempt, ChainHead head, long nextOffset, List<SegmentFile> added, Optional<ChainState> checkpoint)
            throws IOException {
        Manifest manifest = new Manifest(
                head.sequence() + 1,
                kind,
                source,
                head.nextOffset(),
                nextOffset,
                added,
                head.sha256(),
                System.currentTimeMillis(),
                head.checkpoint(),
                checkpoint);
        byte[] bytes = ManifestEncoder.encode(manifest);
        Path file = attempt.resolve(ChainFolder.fileName(manifest.sequence()));
        files.createFolders(List.of(attempt));
        files.create(file, ByteBuffer.wrap(bytes));
        files.sync(List.of(file));
        files.syncFolders(List.of(attempt));
        return new Candidate(file, ChainHead.of(manifest, bytes));
    }
}
