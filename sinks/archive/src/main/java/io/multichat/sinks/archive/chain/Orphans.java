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
 * Removes the files that attempts of one topic-partition left behind: unfinished segments, and segments that were moved into
 * place without becoming part of the chain. It finds the latter without searching the archive, because an attempt writes its
 * manifest before it moves anything.
 *
 * <p>An attempt may belong to a writer that is still alive. Without its unfinished files, that writer fails when it tries to
 * move them. Files in place are removed only after a takeover, which no attempt that began earlier can follow. Idempotent.
 */
public final class Orphans {
    private static final String MANIFEST = ".json";

    private final Path attempts;
    private final ArchiveStorage storage;
    private final ManifestChain chain;

    /** @param attempts the folder of all attempts of the topic-partition */
    public Orphans(Path attempts, ArchiveStorage storage, ManifestChain chain) {
        this.attempts = attempts;
        this.storage = storage;
        this.chain = chain;
    }

    /**
     * Removes the files that any attempt of the topic-partition left behind.
     *
     * @param own a folder for the takeovers that this requires
     */
    public void removeAll(Path own) throws IOException {
        for (Path attempt : Folders.list(attempts)) {
            remove(attempt, own);
        }
    }

    /**
     * Removes the files that one attempt left behind.
     *
     * @param own a folder for the takeovers that this requires
     */
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
            // Its writer is alive and added a file; the next owner tries again.
            return;
        }
    }

    private void discard(Path candidate, Path own) throws IOException {
        Manifest manifest;
        try {
            manifest = ManifestDecoder.decode(Files.readAllBytes(candidate), candidate);
        } catch (ArchiveDamagedException | NoSuchFileException e) {
            // Its writer died while writing it, before it moved a file; or its writer has just removed it.
            storage.files().delete(candidate);
            return;
        }
        if (!committed(manifest)) {
            // After the takeover the attempt cannot succeed, but it may have succeeded before.
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
