package io.multichat.sinks.archive.erase;

import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.chain.ChainReader;
import io.multichat.sinks.archive.chain.ChainView;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.chain.ManifestChain;
import io.multichat.sinks.archive.chain.Orphans;
import io.multichat.sinks.archive.compact.ChainCompaction;
import io.multichat.sinks.archive.compact.RetiredFiles;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Erases from the committed segments of one chain. Segments that hold something erased are rewritten like those of a compaction, under a
 * new manifest. All replaced files of the chain are removed at once, those of earlier compactions too, because they hold the same lines.
 *
 * <p>May be interrupted at any point and repeated: what is erased already does not change again. Used by one thread.
 */
public final class ChainErasure {
    // A compaction that runs at the same time may replace the same files first.
    private static final int MAX_TRIES = 100;

    private final TopicPartition source;
    private final ArchiveStorage storage;
    private final ChainFolder folder;
    private final CommittedSegments committed;

    public ChainErasure(TopicPartition source, ArchiveStorage storage) {
        this.source = source;
        this.storage = storage;
        folder = new ChainFolder(storage.layout().manifests(source));
        committed = new CommittedSegments(storage.layout());
    }

    /** Erases what is pending, and notes that it is applied. Does nothing if nothing is pending. */
    public void run(ErasureNotes notes) throws IOException {
        if (!notes.isPending()) {
            return;
        }
        LineErasure erasure = new LineErasure(notes.pending().notes());
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Optional<ChainView> view = ChainReader.read(folder, Optional.empty());
            if (view.isEmpty() || erase(view.get(), notes.pending(), erasure)) {
                removeCopies();
                notes.applied();
                return;
            }
        }
        throw new IOException("other processes keep replacing the segments of " + source + "; nothing was erased yet");
    }

    private boolean erase(ChainView view, PendingErasures pending, LineErasure erasure) throws IOException {
        SegmentErasure segments = new SegmentErasure(erasure, committed);
        List<Segment> within = new ArrayList<>();
        for (SegmentFile file : view.state().live()) {
            Segment segment = new Segment(view.kind(), source.topic(), source.partition(), file);
            if (file.maxSentAt() >= pending.from() && file.minSentAt() <= pending.until()) {
                within.add(segment);
                segments.learn(segment);
            }
        }
        List<SegmentFile> changed = new ArrayList<>();
        for (Segment segment : within) {
            if (segments.changes(segment)) {
                changed.add(segment.file());
            }
        }
        return changed.isEmpty() || replace(view, changed, segments);
    }

    /** Returns false if another process replaced one of the files first. */
    private boolean replace(ChainView view, List<SegmentFile> changed, SegmentErasure segments) throws IOException {
        ManifestChain chain = new ManifestChain(source, view.kind(), storage);
        ChainCompaction rewriting = new ChainCompaction(view, chain, storage);
        storage.files().createFolders(List.of(rewriting.attempt()));
        for (SegmentFile file : changed) {
            rewriting.rewrite(file, segments);
        }
        return rewriting.publish(changed, List.of(), System.currentTimeMillis()).isPresent();
    }

    /**
     * Removes all files that the chain does not need and that may hold what was erased: replaced ones, and those of interrupted attempts. A
     * compaction that runs at the same time finds its files gone and replaces nothing.
     */
    private void removeCopies() throws IOException {
        Optional<ChainView> view = ChainReader.read(folder, Optional.empty());
        if (view.isPresent()) {
            ManifestChain chain = new ManifestChain(source, view.get().kind(), storage);
            new Orphans(storage.layout().compactions(source), storage, chain)
                    .removeAll(new ChainCompaction(view.get(), chain, storage).attempt());
            new RetiredFiles(storage.layout(), storage.files())
                    .remove(view.get().state().retired());
        }
    }
}
