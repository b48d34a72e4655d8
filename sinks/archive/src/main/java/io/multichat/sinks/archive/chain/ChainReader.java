package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a chain of manifests from its newest checkpoint onwards, and checks that each manifest follows the one before it. */
public final class ChainReader {
    private ChainReader() {}

    /**
     * The chain as it is now; empty when it has no manifest.
     *
     * @param known an earlier view of the chain, so that only newer manifests are read
     * @throws ArchiveDamagedException when a manifest is missing, was changed, or belongs elsewhere
     */
    public static Optional<ChainView> read(ChainFolder folder, Optional<ChainView> known) throws IOException {
        while (true) {
            long newest = folder.newest();
            try {
                return newest == 0 ? Optional.empty() : Optional.of(read(folder, newest, known));
            } catch (NoSuchFileException e) {
                // A compaction may have removed manifests before a newer checkpoint in the meantime.
                if (folder.newest() == newest) {
                    throw new ArchiveDamagedException(
                            "the chain of manifests is broken: " + e.getFile()
                                    + " is missing, but the newest manifest is " + newest,
                            e);
                }
            }
        }
    }

    private static ChainView read(ChainFolder folder, long newest, Optional<ChainView> known) throws IOException {
        Optional<ChainView> start = stillThere(folder, newest, known);
        if (start.isEmpty()) {
            start = checkpoint(folder, folder.read(newest).head().checkpoint());
        }
        ChainHead head = start.map(ChainView::head).orElse(ChainHead.START);
        long checkpointedAt = start.map(ChainView::checkpointedAt).orElse(0L);
        ChainState state = start.map(ChainView::state).orElse(ChainState.EMPTY);
        List<SegmentFile> added = new ArrayList<>();
        Manifest last = null;
        for (long sequence = head.sequence() + 1; sequence <= newest; sequence++) {
            ChainFolder.Link link = folder.read(sequence);
            last = link.manifest();
            if (!last.follows(head)) {
                throw new ArchiveDamagedException("the chain of manifests is broken: " + folder.file(sequence)
                        + " does not follow the manifest before it, so one of the two was changed");
            }
            head = link.head();
            added.addAll(last.files());
            if (last.checkpoint().isPresent()) {
                state = last.checkpoint().get();
                checkpointedAt = last.createdAt();
                added.clear();
            }
        }
        return last == null
                ? start.orElseThrow()
                : new ChainView(last.kind(), last.source(), head, state.plus(added), checkpointedAt);
    }

    /** The known view, if the chain on disk still continues it. */
    private static Optional<ChainView> stillThere(ChainFolder folder, long newest, Optional<ChainView> known)
            throws IOException {
        if (known.isEmpty() || known.get().head().sequence() > newest) {
            return Optional.empty();
        }
        try {
            ChainHead head = known.get().head();
            return folder.read(head.sequence()).head().equals(head) ? known : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<ChainView> checkpoint(ChainFolder folder, long sequence) throws IOException {
        if (sequence == 0) {
            return Optional.empty();
        }
        ChainFolder.Link link = folder.read(sequence);
        Manifest manifest = link.manifest();
        ChainState state = manifest.checkpoint()
                .orElseThrow(() -> new ArchiveDamagedException("the chain of manifests is broken: "
                        + folder.file(sequence) + " is not a checkpoint, but a later manifest says that it is"));
        return Optional.of(new ChainView(manifest.kind(), manifest.source(), link.head(), state, manifest.createdAt()));
    }
}
