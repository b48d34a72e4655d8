package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.files.ArchiveLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Asks the tasks that write an archive to commit what they have, instead of waiting for their limits. Any process that can
 * write to the archive's folder may ask.
 */
public final class ArchiveCommitRequest {
    private final Path file;

    /** @param root the archive's folder */
    public ArchiveCommitRequest(Path root) {
        file = new ArchiveLayout(root).commitRequest();
    }

    /**
     * Asks once. Each task commits within a second what it has been given by then; nobody answers, and what a task is given
     * later waits for the next request. Whoever waits for certain records asks until the manifests have them.
     */
    public void request() throws IOException {
        Files.createDirectories(file.getParent());
        String id = UUID.randomUUID().toString();
        Path complete = file.resolveSibling(id);
        try {
            Files.writeString(complete, id + "\n");
            Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(complete);
        }
    }
}
