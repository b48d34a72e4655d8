package io.multichat.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Notices that a file has been deleted while it was in use: what is still written to it is lost. Thread-safe. */
final class DeletedFile {
    private final Path file;
    private volatile boolean seen;

    DeletedFile(Path file) {
        this.file = file;
    }

    /** Empty while the file exists, and before it first does. */
    Optional<Obstacle> obstacle() {
        boolean exists = Files.exists(file);
        seen = seen || exists;
        return seen && !exists
                ? Optional.of(new Obstacle(
                        file + " was deleted while it was in use; restart to write it again from the topics", false))
                : Optional.empty();
    }
}
