package io.multichat.jobs.wait;

import io.multichat.sinks.archive.write.ArchiveCommitRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Asks the archive sink to commit early, at most once a second. Used by one thread. */
final class ArchiveNudge {
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final Path root;
    private long last = System.nanoTime() - INTERVAL;

    /** @param root folder of the archive; when it does not exist on this machine, the archive commits by its own limits */
    ArchiveNudge(Path root) {
        this.root = root;
    }

    /** Asks, unless less than a second has passed since the last time. */
    void nudge() {
        long now = System.nanoTime();
        if (now - last < INTERVAL || !Files.isDirectory(root)) {
            return;
        }
        last = now;
        try {
            new ArchiveCommitRequest(root).request();
        } catch (IOException e) {
            throw new WaitFailedException(
                    "everything is published, but the archive " + root + " cannot be asked to commit: " + e.getMessage()
                            + "; check that this user may write to it",
                    e);
        }
    }
}
