package io.multichat.jobs.export.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Removes what a delivery left in a folder, and nothing else. */
final class Leftovers {
    private Leftovers() {}

    /**
     * Removes the files of a delivery, and the notes of an unfinished one except their lock. What makes the notes usable goes first, so
     * that an interrupted removal leaves no notes that another export could continue.
     */
    static void discard(Path folder, Path notes, FinishedFiles finished) throws IOException {
        Files.deleteIfExists(notes.resolve(DeliveryFolder.STAGED));
        Files.deleteIfExists(notes.resolve(FolderClaim.REQUEST));
        finished.forEach(file -> remove(folder, file));
        Path manifest = folder.resolve(ManifestFile.NAME);
        if (Files.exists(manifest, LinkOption.NOFOLLOW_LINKS)) {
            ManifestFile.forEach(folder, file -> remove(folder, file));
            Files.delete(manifest);
        }
        deleteNotesExcept(notes, FolderClaim.LOCK);
    }

    /** Removes the notes of a finished delivery; the request goes last, since notes without one belong to no export. */
    static void deleteNotes(Path notes) throws IOException {
        deleteNotesExcept(notes, FolderClaim.REQUEST);
        Files.deleteIfExists(notes.resolve(FolderClaim.REQUEST));
        Files.delete(notes);
    }

    private static void deleteNotesExcept(Path notes, String name) throws IOException {
        for (Path file : list(notes)) {
            if (!file.equals(notes) && !file.equals(notes.resolve(name))) {
                Files.delete(file);
            }
        }
    }

    /** Removes a file unless it was replaced by something else. */
    private static void remove(Path folder, DeliveredFile listed) throws IOException {
        Path file = folder.resolve(listed.path()).normalize();
        if (file.startsWith(folder)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == listed.bytes()
                && file.getParent().toRealPath().startsWith(folder)) {
            Files.delete(file);
        }
    }

    /** All files and folders, the content of a folder before the folder itself. Links are not followed. */
    private static Iterable<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
