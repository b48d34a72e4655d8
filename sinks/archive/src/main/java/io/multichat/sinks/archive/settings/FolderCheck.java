package io.multichat.sinks.archive.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Checks that a folder can hold an archive before a task uses it. Leaves nothing behind. */
public final class FolderCheck {
    private FolderCheck() {}

    /** The problem with the folder and what to do about it; empty when there is none. */
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
                    + "); choose a writable folder with free space on a file system with hard links");
        }
    }
}
