package io.multichat.jobs.export.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.formats.write.SafeName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folder that receives an export. While the export is not complete, a hidden folder in it holds notes, by which a repeated command
 * continues. At the end the manifest takes their place. One process writes at a time. Used by one thread.
 */
public final class DeliveryFolder implements AutoCloseable {
    /** The name of the folder with the notes. */
    static final String NOTES = ".multichat-export";

    /** The name of the note that the source was read completely. */
    static final String STAGED = "staged.json";

    private final Path folder;
    private final Path notes;
    private final FileChannel lock;
    private final FinishedFiles finished;
    /** Every path that has a file, so that none is written twice. Memory grows with the number of files. */
    private final Set<String> taken = new HashSet<>(Set.of(ManifestFile.NAME));

    private long groups;

    private DeliveryFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.notes = folder.resolve(NOTES);
        this.lock = lock;
        this.finished = new FinishedFiles(notes.resolve("files.jsonl"));
    }

    /**
     * Opens a folder for an export, which continues if the folder has notes of the same request.
     *
     * @param request identifies everything that the files depend on
     * @param force true to replace the delivery, or the part of one, that is there; files that do not belong to it are left alone
     * @throws DeliveryException when the folder holds something else, or another process writes to it
     */
    public static DeliveryFolder open(Path path, String request, boolean force) throws IOException {
        FolderClaim claim = FolderClaim.on(path, force);
        DeliveryFolder delivery = new DeliveryFolder(claim.folder(), claim.lock());
        boolean opened = false;
        try {
            if (force) {
                Leftovers.discard(claim.folder(), delivery.notes, delivery.finished);
            }
            claim.requireSame(request, path);
            delivery.groups = delivery.finished.check(claim.folder());
            delivery.finished.forEach(file -> delivery.taken.add(SafeName.folded(file.path())));
            claim.accept(request);
            opened = true;
            return delivery;
        } finally {
            if (!opened) {
                claim.lock().close();
            }
        }
    }

    /** A folder for a database that has to outlive the process. */
    public Path notes() {
        return notes;
    }

    /** What {@link #staged} noted; empty when the source has to be read. */
    public Optional<ObjectNode> stagedNotes() throws IOException {
        return NoteFile.read(notes.resolve(STAGED));
    }

    /** Notes that the source was read completely. */
    public void staged(ObjectNode facts) throws IOException {
        NoteFile.write(notes.resolve(STAGED), facts);
    }

    /** The number of groups of files that an earlier run finished. */
    public long finishedGroups() {
        return groups;
    }

    /** Notes that a group of files is finished. */
    public void finished(List<DeliveredFile> files) throws IOException {
        finished.add(files);
        groups++;
    }

    /**
     * Starts a file.
     *
     * @param path relative, with {@code /}, made only of safe names
     * @throws DeliveryException when the delivery has a file of that name, whatever the case of its letters
     */
    public FolderFile create(String path, Compression compression) throws IOException {
        Path target = folder.resolve(path + compression.suffix()).normalize();
        if (!taken.add(SafeName.folded(path + compression.suffix()))) {
            throw new DeliveryException(
                    path + compression.suffix() + " would be written twice; choose other names with --files");
        }
        if (!target.startsWith(folder)) {
            throw new DeliveryException(path + " is outside of the folder");
        }
        Path existing = target.getParent();
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        if (!existing.toRealPath().startsWith(folder)) {
            throw new DeliveryException(existing + " is a link that leads out of the folder; remove it");
        }
        Files.createDirectories(target.getParent());
        return FolderFile.create(path + compression.suffix(), target, notes.resolve("part"), compression);
    }

    /** Writes the manifest and removes the notes. */
    public void complete(ObjectNode facts) throws IOException {
        ManifestFile.write(folder, notes.resolve("manifest"), facts, finished);
        lock.close();
        Leftovers.deleteNotes(notes);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
