package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.Folders;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Removes what attempts of one topic-partition left behind: unfinished segments, and segments that were moved into place
 * without becoming part of the chain. The latter are found without searching the archive, because an attempt writes its
 * manifest before it moves anything.
 *
 * <p>An attempt may belong to a writer that still lives. Taking its unfinished files makes its commit fail when it moves them.
 * Files in place are taken only behind a takeover: a manifest that nobody's attempt may follow that began before it. Idempotent.
 */
public final class Orphans {
    private static final String MANIFEST = ".json";

    private final Path attempts;
    private final ArchiveStorage storage;
    private final ManifestChain chain;

    public Orphans(Path attempts, ArchiveStorage storage, ManifestChain chain) {
        this.attempts = attempts;
        this.storage = storage;
        this.chain = chain;
    }

    /**
     * Removes what every attempt of the topic-partition left.
     *
     * @param own folder for what has to be written to do so
     */
    public void removeAll(Path own) throws IOException {
        for (Path attempt : Folders.list(attempts)) {
            remove(attempt, own);
        }
    }

    /** Removes what one attempt left. */
    public void remove(Path attempt, Path own) throws IOException {
        for (Path file : Folders.list(attempt)) {
            if (!file.toString().endsWith(MANIFEST)) {
                storage.files().delete(file);
            }
        }
        for (Path file : Folders.list(attempt)) {
            if (file.toString().endsWith(MANIFEST)) {
                discard(file, own);
            }
        }
        try {
            storage.files().delete(attempt);
        } catch (DirectoryNotEmptyException e) {
            // Its writer lives and added something; the next owner looks again.
            return;
        }
    }

    private void discard(Path candidate, Path own) throws IOException {
        Manifest manifest;
        try {
            manifest = ManifestDecoder.decode(Files.readAllBytes(candidate), candidate);
        } catch (ArchiveDamagedException | NoSuchFileException e) {
            // Cut short by the end of its writer, before it moved a file; or removed by its writer just now.
            storage.files().delete(candidate);
            return;
        }
        if (!committed(manifest)) {
            // From here on it cannot succeed; it may have succeeded before.
            chain.takeOver(own);
            ChainState state = chain.state();
            for (SegmentFile file : manifest.files()) {
                if (!state.knows(file.path())) {
                    storage.files().delete(storage.layout().resolve(file.path()));
                }
            }
        }
        storage.files().delete(candidate);
    }

    private boolean committed(Manifest manifest) throws IOException {
        ChainState state = chain.state();
        return manifest.files().stream().allMatch(file -> state.knows(file.path()));
    }
}
