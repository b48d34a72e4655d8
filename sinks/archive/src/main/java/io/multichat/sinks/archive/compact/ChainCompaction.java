package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.chain.ChainReader;
import io.multichat.sinks.archive.chain.ChainView;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.chain.ManifestChain;
import io.multichat.sinks.archive.chain.RetiredFile;
import io.multichat.sinks.archive.files.SegmentPath;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Compression;
import io.multichat.sinks.archive.segment.FrameBuffers;
import io.multichat.sinks.archive.segment.FrameEncoder;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentFile;
import io.multichat.sinks.archive.segment.SegmentWriter;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One attempt to replace files of a chain with merged ones, in its own folder. The steps are those of a commit: complete the
 * files, write a manifest that names them, move them into place, link the manifest into the chain. Used by one thread, once.
 */
public final class ChainCompaction {
    // A task that commits all the time may win the next number again and again; each time costs one manifest.
    private static final int MAX_TRIES = 1_000;

    private final ChainView view;
    private final ChainFolder folder;
    private final ManifestChain chain;
    private final ArchiveStorage storage;
    private final Path attempt;
    private final String unique = UUID.randomUUID().toString().replace("-", "");
    private final List<SegmentFile> merged = new ArrayList<>();

    /** @param view the current state of the chain */
    public ChainCompaction(ChainView view, ManifestChain chain, ArchiveStorage storage) {
        this.view = view;
        this.chain = chain;
        this.storage = storage;
        folder = new ChainFolder(storage.layout().manifests(view.source()));
        attempt = storage.layout().compactions(view.source()).resolve(unique);
    }

    /** The folder of this attempt, which remains if the attempt is interrupted. */
    public Path attempt() {
        return attempt;
    }

    /** Merges live files of one day into one file. */
    public void merge(List<SegmentFile> files, CommittedSegments committed) throws IOException {
        SegmentFile first = files.get(0);
        String name = name(first, Compression.ofFile(files.get(files.size() - 1).path()));
        List<Segment> sources = files.stream()
                .map(file -> new Segment(
                        view.kind(), view.source().topic(), view.source().partition(), file))
                .toList();
        storage.files().createFolders(List.of(attempt));
        merged.add(new SegmentMerge(storage.layout(), storage.files(), committed)
                .write(
                        sources,
                        attempt.resolve(name),
                        SegmentPath.of(view.kind(), SegmentPath.day(first.minSentAt()), name)));
    }

    /** Writes what stays of one live file into another file; into none if nothing stays. */
    public void rewrite(SegmentFile file, SegmentRewrite lines) throws IOException {
        Compression compression = Compression.ofFile(file.path());
        String name = name(file, compression);
        try (FrameEncoder frames = compression.encoder()) {
            ArchiveStorage own =
                    new ArchiveStorage(storage.layout(), storage.files(), compression, frames, FrameBuffers.defaults());
            Path target = attempt.resolve(name);
            SegmentWriter writer = new SegmentWriter(target, own);
            Segment source = new Segment(
                    view.kind(), view.source().topic(), view.source().partition(), file);
            if (lines.write(source, writer)) {
                merged.add(writer.finish(SegmentPath.of(view.kind(), SegmentPath.day(file.minSentAt()), name)));
                storage.files().sync(List.of(target));
            }
        }
    }

    private String name(SegmentFile first, Compression compression) {
        return "p" + view.source().partition() + "-" + first.firstOffset() + "-" + unique + merged.size()
                + compression.suffix();
    }

    /**
     * Makes the merged files part of the chain.
     *
     * @param replaced the files that they replace
     * @param forgotten retired files that were already removed
     * @return the replacement; empty when another process compacted the chain or took it over, so that nothing was replaced
     */
    public Optional<Replacement> publish(List<SegmentFile> replaced, List<RetiredFile> forgotten, long nowMs)
            throws IOException {
        try {
            return replace(new Replacement(replaced, merged, forgotten, nowMs));
        } catch (NoSuchFileException e) {
            // Another compaction removed the unfinished files.
            return Optional.empty();
        }
    }

    private Optional<Replacement> replace(Replacement replacement) throws IOException {
        ManifestChain.Candidate candidate = prepare(view, replacement);
        moveIntoPlace();
        ChainView base = view;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            if (chain.publish(candidate)) {
                return Optional.of(replacement);
            }
            ChainView now = ChainReader.read(folder, Optional.of(base)).orElse(base);
            if (isTakenOver(base, now) || !replacement.fits(now.state())) {
                return Optional.empty();
            }
            base = now;
            ManifestChain.Candidate next = prepare(base, replacement);
            // Not earlier: whoever cleans up after this compaction finds its files through its manifest.
            if (!next.file().equals(candidate.file())) {
                storage.files().delete(candidate.file());
            }
            candidate = next;
        }
        return Optional.empty();
    }

    private ManifestChain.Candidate prepare(ChainView base, Replacement replacement) throws IOException {
        return chain.prepareCompaction(attempt, base.head(), merged, replacement.applyTo(base.state()));
    }

    private void moveIntoPlace() throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        for (SegmentFile file : merged) {
            Path target = storage.layout().resolve(file.path());
            storage.files().move(attempt.resolve(target.getFileName()), target);
            folders.add(target.getParent());
        }
        storage.files().syncFolders(folders);
    }

    /** True when another process may have removed the files of this attempt. */
    private boolean isTakenOver(ChainView base, ChainView now) throws IOException {
        for (long sequence = base.head().sequence() + 1; sequence <= now.head().sequence(); sequence++) {
            if (folder.read(sequence).manifest().isTakeover()) {
                return true;
            }
        }
        return now.head().equals(base.head());
    }
}
