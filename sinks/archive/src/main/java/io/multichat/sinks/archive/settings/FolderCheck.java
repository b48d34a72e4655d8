package io.multichat.sinks.archive.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks whether an archive can be where it is to be, before a task tries. Leaves nothing behind. */
public final class FolderCheck {
    private FolderCheck() {}

    /** What is wrong with the place, and what to do; empty when nothing is. */
    public static Optional<String> problem(Path root) {
        Path folder = root;
        while (!Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        try {
            Path file = Files.createTempFile(folder, ".multichat-", ".probe");
            Path name = Path.of(file + ".link");
            try {
                Files.createLink(name, file);
            } finally {
                Files.deleteIfExists(name);
                Files.delete(file);
            }
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of(folder + " cannot hold an archive (" + e
                    + "); name a folder with room and hard links that the worker can write");
        }
    }
}
