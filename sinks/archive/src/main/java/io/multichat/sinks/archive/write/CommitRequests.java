package io.multichat.sinks.archive.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that somebody asked for a commit: the request file changed, in content or time, since this task last honoured it.
 * What it says means nothing. Used by one thread.
 */
final class CommitRequests {
    private static final Logger LOG = LoggerFactory.getLogger(CommitRequests.class);
    private static final int MAX_BYTES = 1024;

    private final Path file;
    private String honoured;
    private String seen;

    /** What was asked for before now is honoured: nothing is pending. */
    CommitRequests(Path file) {
        this.file = file;
        seen = read();
        honoured = seen;
    }

    /** True when a request waits. */
    boolean waiting() {
        seen = read();
        return !seen.equals(honoured);
    }

    /** To be called when everything that was there at the last {@link #waiting()} is committed. */
    void honoured() {
        honoured = seen;
    }

    // A request that cannot be read is no reason to stop archiving; it is told once, as a change.
    private String read() {
        try (InputStream content = Files.newInputStream(file)) {
            return Files.getLastModifiedTime(file) + " "
                    + new String(content.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            String problem = "unreadable: " + e;
            if (!problem.equals(seen)) {
                LOG.warn("Requests to commit are not seen: {} cannot be read", file, e);
            }
            return problem;
        }
    }
}
