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
 * Notices requests to commit: the request file changed, in content or modification time, since this task last honoured it.
 * The content itself has no meaning. Used by one thread.
 */
final class CommitRequests {
    private static final Logger LOG = LoggerFactory.getLogger(CommitRequests.class);
    private static final int MAX_BYTES = 1024;

    private final Path file;
    private String honoured;
    private String seen;

    /** Earlier requests count as honoured. */
    CommitRequests(Path file) {
        this.file = file;
        seen = read();
        honoured = seen;
    }

    /** True when a request is pending. */
    boolean waiting() {
        seen = read();
        return !seen.equals(honoured);
    }

    /** Must be called once everything that had been added at the last {@link #waiting()} is committed. */
    void honoured() {
        honoured = seen;
    }

    // An unreadable request must not stop the archive; it is logged once and counts as a request.
    private String read() {
        try (InputStream content = Files.newInputStream(file)) {
            return Files.getLastModifiedTime(file) + " "
                    + new String(content.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            String problem = "unreadable: " + e;
            if (!problem.equals(seen)) {
                LOG.warn("Cannot read {}: commit requests are ignored until this file is readable", file, e);
            }
            return problem;
        }
    }
}
