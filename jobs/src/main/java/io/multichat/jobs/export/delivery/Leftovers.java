package io.multichat.jobs.export.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Removes what a delivery left in a folder, and nothing else. */
final class Leftovers {
    private Leftovers() {}

    /** Removes the files of a delivery, and the notes of an unfinished one except its lock and its request. */
    static void discard(Path folder, Path notes, FinishedFiles finished) throws IOException {
        Path manifest = folder.resolve(ManifestFile.NAME);
        if (Files.exists(manifest)) {
            ManifestFile.forEach(folder, file -> remove(folder, file.path()));
            Files.delete(manifest);
        }
        finished.forEach(file -> remove(folder, file.path()));
        for (Path file : list(notes)) {
            if (!file.endsWith(FolderClaim.LOCK) && !file.endsWith(FolderClaim.REQUEST)) {
                Files.delete(file);
            }
        }
    }

    /** Removes the notes of a finished delivery. */
    static void deleteNotes(Path notes) throws IOException {
        for (Path file : list(notes)) {
            Files.delete(file);
        }
        Files.delete(notes);
    }

    private static void remove(Path folder, String path) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (file.startsWith(folder)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && file.getParent().toRealPath().startsWith(folder)) {
            Files.delete(file);
        }
    }

    private static Iterable<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
