package io.multichat.jobs.imports;

import io.multichat.sinks.archive.write.ArchiveCommitRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Asks an archive now and then to commit what it has. Used by one thread. */
final class ArchiveNudge {
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final Path root;
    private long last = System.nanoTime() - INTERVAL;

    /** @param root the archive's folder; when it is not on this machine, its own limits must do */
    ArchiveNudge(Path root) {
        this.root = root;
    }

    /** Asks, unless it has been asked within the last second. */
    void nudge() {
        long now = System.nanoTime();
        if (now - last < INTERVAL || !Files.isDirectory(root)) {
            return;
        }
        last = now;
        try {
            new ArchiveCommitRequest(root).request();
        } catch (IOException e) {
            throw new ImportException(
                    "the archive " + root + " cannot be asked to commit: " + e.getMessage()
                            + "; is it another user's? (everything is published)",
                    e);
        }
    }
}
