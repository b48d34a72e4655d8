package io.multichat.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that a file has been deleted while it was in use: what is still written to it is lost. Thread-safe. */
final class DeletedFile {
    private static final Logger LOG = LoggerFactory.getLogger(DeletedFile.class);

    private final Path file;
    private final AtomicBoolean logged = new AtomicBoolean();
    private volatile boolean seen;

    DeletedFile(Path file) {
        this.file = file;
    }

    /** What happened and what to do, in one line; empty while the file exists, and before it first does. */
    List<String> problems() {
        boolean exists = Files.exists(file);
        seen = seen || exists;
        if (exists || !seen) {
            logged.set(false);
            return List.of();
        }
        String problem = file + " was deleted while it was in use; restart to write it again from the topics";
        if (logged.compareAndSet(false, true)) {
            LOG.error("{}", problem);
        }
        return List.of(problem);
    }
}
