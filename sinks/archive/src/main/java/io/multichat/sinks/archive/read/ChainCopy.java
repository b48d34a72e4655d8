package io.multichat.sinks.archive.read;

import io.multichat.reading.backup.CopiedFile;
import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.chain.ChainReader;
import io.multichat.sinks.archive.chain.ChainView;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.ErasureFolders;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Copies one chain of manifests, the files that it names and the notes of its erasures, as they are at one moment.
 *
 * @param from the archive
 * @param to the copy
 */
record ChainCopy(ArchiveLayout from, ArchiveLayout to) {
    private static final int ATTEMPTS = 5;

    /**
     * Copies the chain. A file that is missing may have been removed since the chain was read, by a compaction or an erasure; then the
     * chain is read and copied again.
     *
     * @throws ArchiveDamagedException when a file stays missing, or was changed
     */
    List<CopiedFile> copy(Path chain) throws IOException {
        for (int attempt = 1; ; attempt++) {
            List<CopiedFile> copied = new ArrayList<>();
            try {
                List<SegmentFile> segments = copy(new ChainFolder(chain), copied);
                copyErasures(chain, copied);
                requireStillThere(segments);
                return copied;
            } catch (NoSuchFileException e) {
                for (CopiedFile file : copied) {
                    Files.delete(to.root().resolve(file.path()));
                }
                if (attempt == ATTEMPTS) {
                    throw new ArchiveDamagedException(
                            e.getFile() + " is missing, but a manifest says that it was committed", e);
                }
            }
        }
    }

    /** Copies the files and the manifests of a chain. Returns the files. */
    private List<SegmentFile> copy(ChainFolder chain, List<CopiedFile> copied) throws IOException {
        Optional<ChainView> view = ChainReader.read(chain, Optional.empty());
        if (view.isEmpty()) {
            return List.of();
        }
        for (SegmentFile file : view.get().state().live()) {
            copied.add(copy(file));
        }
        long newest = view.get().head().sequence();
        for (long sequence : chain.sequences()) {
            if (sequence <= newest) {
                Path manifest = chain.file(sequence);
                copied.add(
                        CopiedFile.copy(manifest, to.root().resolve(from.root().relativize(manifest)), to.root()));
            }
        }
        return view.get().state().live();
    }

    /**
     * Copies the notes of erasures, each as one that is pending: its erasure may have been applied only after the segments were copied. A
     * note that moves meanwhile is found again, because pending ones are listed first.
     */
    private void copyErasures(Path chain, List<CopiedFile> copied) throws IOException {
        ErasureFolders folders = ErasureFolders.of(from, chain);
        Map<Path, Path> notes = new TreeMap<>();
        for (Path folder : List.of(folders.pending(), folders.applied())) {
            for (Path note : ErasureFolders.notes(folder)) {
                notes.put(note.getFileName(), note);
            }
        }
        for (Map.Entry<Path, Path> note : notes.entrySet()) {
            Path copy = ErasureFolders.of(to, chain).pending().resolve(note.getKey());
            copied.add(CopiedFile.copy(note.getValue(), copy, to.root()));
        }
    }

    /**
     * Requires that no erasure has removed a file since it was copied. The erasure of a session removes its note as well, but after the
     * files; so a copy of files that are still there has every note that concerns them.
     *
     * @throws NoSuchFileException if one is gone
     */
    private void requireStillThere(List<SegmentFile> files) throws IOException {
        for (SegmentFile file : files) {
            Path live = from.resolve(file.path());
            if (!Files.exists(live) && !Files.exists(from.replaced(file.path()))) {
                throw new NoSuchFileException(live.toString());
            }
        }
    }

    private CopiedFile copy(SegmentFile file) throws IOException {
        Path live = from.resolve(file.path());
        CopiedFile copied = CopiedFile.copy(
                Files.exists(live) ? live : from.replaced(file.path()), to.resolve(file.path()), to.root());
        if (!copied.sha256().equals(file.sha256())) {
            throw new ArchiveDamagedException(live + " was changed: its SHA-256 differs from the one in its manifest");
        }
        return copied;
    }
}
